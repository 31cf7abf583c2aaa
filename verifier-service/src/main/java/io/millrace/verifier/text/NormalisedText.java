package io.millrace.verifier.text;

import static java.util.Objects.requireNonNull;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Extraction;
import io.millrace.schemas.Hash;
import io.millrace.schemas.TextPolicy;
import io.millrace.schemas.TextTask;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import java.util.Optional;

/** Whether the answer line is the text that the task names, but for the differences that its policy says do not count. */
public final class NormalisedText implements Check {

    static final String NAME = "normalised-text";

    private static final int MAX_LENGTH = 20_000;

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
        return Hash.of(AnswerLine.NAME, AnswerLine.VERSION, Normalisation.VERSION);
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        TextTask task = candidate.getTask().getText();
        return task != null && task.getPolicy() != null;
    }

    @Override
    public Verdict apply(Candidate candidate) {
        TextTask task = requireNonNull(candidate.getTask().getText());
        TextPolicy policy = requireNonNull(task.getPolicy());
        String expected = Normalisation.of(task.getAnswer(), policy);
        if (expected.isBlank() || task.getAnswer().indexOf('\n') >= 0) {
            return new Verdict.Unsupported(
                    Reason.INVALID_TASK,
                    Evidence.of("nothing of the task's own answer is left, or it is of several lines"));
        }
        Optional<Extraction> answer =
                AnswerLine.of(candidate).filter(line -> line.getAnswer().length() <= MAX_LENGTH);
        if (answer.isEmpty()) {
            return new Verdict.Unparseable(
                    Evidence.of("no line begins with \"" + AnswerLine.LABEL + "\", or it is too long"));
        }
        return Normalisation.of(answer.get().getAnswer(), policy).equals(expected)
                ? new Verdict.Pass(Evidence.of("the same text under the policy", answer.get()))
                : new Verdict.Fail(Reason.WRONG_ANSWER, Evidence.of("another text under the policy", answer.get()));
    }
}
