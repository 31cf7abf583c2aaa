package io.millrace.deploy.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.deploy.console.OperatorException;
import java.net.URI;
import java.util.regex.Pattern;

/** Asks the evaluator where a record comes from. */
public final class LineageClient {

    private static final Pattern ID = Pattern.compile("[cve]-[0-9a-f]{32}");

    private final EvaluatorClient evaluator;

    public LineageClient(URI evaluator) {
        this.evaluator = new EvaluatorClient(evaluator);
    }

    /**
     * The lineage as the evaluator tells it, which may take it a moment where it has just been started.
     *
     * @param id of a candidate, or of what was said of it
     * @throws OperatorException if there is none or the evaluator does not answer
     */
    public JsonNode find(String id) {
        if (!ID.matcher(id).matches()) {
            throw new OperatorException(
                    "'%s' is not the id of a candidate, a verdict or a decision. Those are c-, v- or e- and 32 hexadecimal digits; seeds have no lineage of their own."
                            .formatted(id));
        }
        return evaluator.get("/api/v1/records/%s/lineage".formatted(id));
    }
}
