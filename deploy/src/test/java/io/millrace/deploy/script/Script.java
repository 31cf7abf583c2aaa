package io.millrace.deploy.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a model says. */
@FunctionalInterface
public interface Script {

    /** Answers a request as it came in; nothing where the script does not provide for it. */
    Optional<Reply> reply(JsonNode request);
}
