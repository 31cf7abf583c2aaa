package io.millrace.verifier.text;

import static java.util.Objects.requireNonNull;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Extraction;
import io.millrace.schemas.Hash;
import io.millrace.schemas.TextTask;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import java.util.Arrays;
import java.util.Optional;

/** Whether the answer line is, code point by code point, the text that the task names. */
public final class ExactText implements Check {

    @Override
    public String name() {
        return "exact-text";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String configHash() {
        return Hash.of(AnswerLine.NAME, AnswerLine.VERSION);
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        TextTask task = candidate.getTask().getText();
        return task != null && task.getPolicy() == null;
    }

    @Override
    public Verdict apply(Candidate candidate) {
        String expected = requireNonNull(candidate.getTask().getText()).getAnswer();
        if (expected.isEmpty() || expected.indexOf('\n') >= 0) {
            return new Verdict.Unsupported(
                    Reason.INVALID_TASK, Evidence.of("the task's own answer does not fit on one line"));
        }
        Optional<Extraction> answer = AnswerLine.of(candidate);
        if (answer.isEmpty()) {
            return new Verdict.Unparseable(Evidence.of("no line begins with \"" + AnswerLine.LABEL + "\""));
        }
        return answer.get().getAnswer().equals(expected)
                ? new Verdict.Pass(Evidence.of("the same text", answer.get()))
                : new Verdict.Fail(Reason.WRONG_ANSWER, Evidence.of(difference(expected, answer.get()), answer.get()));
    }

    private static String difference(String expected, Extraction given) {
        int[] wanted = expected.codePoints().toArray();
        int[] got = given.getAnswer().codePoints().toArray();
        int at = Arrays.mismatch(wanted, got);
        return "expected " + wanted.length + " code points, got " + got.length + "; the first difference is at " + at;
    }
}
