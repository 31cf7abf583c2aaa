package io.millrace.verifier.structured;

import static java.util.Objects.requireNonNull;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Hash;
import io.millrace.schemas.StructuredTask;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.json.BoundedJson;
import io.millrace.verifier.json.JsonAnswer;
import io.millrace.verifier.json.JsonReading;
import java.util.Map;

/**
 * Whether the answer is the document that the task expects: numbers by value, strings exactly, arrays in order, no field more and
 * none less. The share of equal leaves is a score and decides nothing.
 */
public final class FieldEquality implements Check {

    static final String NAME = "json-fields";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String configHash() {
        return Hash.of(JsonAnswer.NAME, JsonAnswer.VERSION);
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        StructuredTask task = candidate.getTask().getStructured();
        return task != null && task.getExpected() != null;
    }

    @Override
    public Verdict apply(Candidate candidate) {
        String expected = requireNonNull(
                requireNonNull(candidate.getTask().getStructured()).getExpected());
        if (!(BoundedJson.read(expected) instanceof JsonReading.Document document)) {
            return new Verdict.Unsupported(
                    Reason.INVALID_TASK, Evidence.of("the expected document is not JSON as we read it"));
        }
        return switch (JsonAnswer.of(candidate)) {
            case JsonAnswer.Nothing nothing -> new Verdict.Unparseable(Evidence.of(nothing.why()));
            case JsonAnswer.Found found -> judge(Leaves.compare(document.root(), found.value()), found);
        };
    }

    private static Verdict judge(Leaves leaves, JsonAnswer.Found found) {
        String difference = leaves.firstDifference();
        return difference == null
                ? new Verdict.Pass(evidence("the same document", leaves, found))
                : new Verdict.Fail(
                        Reason.WRONG_ANSWER,
                        evidence("the first difference is at \"" + difference + "\"", leaves, found));
    }

    private static Evidence evidence(String text, Leaves leaves, JsonAnswer.Found found) {
        var counts = Map.of("leaves", String.valueOf(leaves.all()), "equalLeaves", String.valueOf(leaves.equal()));
        return new Evidence(text, found.extraction(), null, leaves.share(), counts);
    }
}
