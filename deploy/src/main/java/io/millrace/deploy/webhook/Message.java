package io.millrace.deploy.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One event for one endpoint, as it is shown.
 *
 * @param failures attempts that failed so far
 * @param nextAttempt when the next one is due; null where none is ahead
 * @param disabled whether the endpoint wants to be told nothing more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(
        String event,
        String endpoint,
        int failures,
        @Nullable String nextAttempt,
        boolean disabled) {}
