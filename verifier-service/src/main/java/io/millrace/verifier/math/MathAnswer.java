package io.millrace.verifier.math;

import static java.util.Objects.requireNonNull;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Extraction;
import io.millrace.schemas.Hash;
import io.millrace.schemas.MathTask;
import io.millrace.verifier.answer.AnswerExtractor;
import io.millrace.verifier.answer.Escapes;
import io.millrace.verifier.answer.Extracted;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.math.compare.AnswerComparison;
import io.millrace.verifier.math.compare.AnswerPolicy;
import io.millrace.verifier.math.compare.Comparison;
import io.millrace.verifier.math.compare.Outcome;
import java.util.Map;

/** Whether the final answer means the same as the one that the task names. */
public final class MathAnswer implements Check {

    private static final int MAX_QUOTED = 200;

    private final AnswerPolicy policy;

    public MathAnswer(AnswerPolicy policy) {
        this.policy = policy;
    }

    @Override
    public String name() {
        return "math-answer";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public String configHash() {
        return Hash.of(policy.hash(), AnswerExtractor.NAME, AnswerExtractor.VERSION);
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        return candidate.getTask().getMath() != null;
    }

    @Override
    public Verdict apply(Candidate candidate) {
        MathTask task = requireNonNull(candidate.getTask().getMath());
        try {
            return judge(task, candidate, TaskPolicy.over(policy, task.getPolicy()));
        } catch (IllegalArgumentException unfit) {
            return new Verdict.Unsupported(
                    Reason.INVALID_TASK, Evidence.of("the task's policy: " + unfit.getMessage()));
        }
    }

    private static Verdict judge(MathTask task, Candidate candidate, AnswerPolicy policy) {
        AnswerExtractor extractor = policy.boxRequired() ? AnswerExtractor.ofBoxed() : AnswerExtractor.ofFormulas();
        return switch (extractor.from(candidate)) {
            case Extracted.Nothing nothing -> new Verdict.Unparseable(Evidence.of(nothing.why()));
            case Extracted.Found found ->
                found.marked() || !Restated.in(task.getProblem(), found.answer())
                        ? judge(task, found.extraction(), policy)
                        : new Verdict.Unparseable(
                                Evidence.of("the last number may be the problem's own", found.extraction()));
        };
    }

    private static Verdict judge(MathTask task, Extraction extraction, AnswerPolicy policy) {
        String expected = AnswerExtractor.ofBoxed().from(task.getAnswer()) instanceof Extracted.Found boxed
                ? boxed.answer()
                : Escapes.restored(task.getAnswer());
        return switch (new AnswerComparison(policy).compare(expected, extraction.getAnswer())) {
            case Outcome.UnreadableExpected unreadable ->
                new Verdict.Unsupported(Reason.INVALID_TASK, Evidence.of("the task's own answer: " + unreadable.why()));
            case Outcome.UnreadableGiven unreadable ->
                unreadable.mathematical()
                        ? new Verdict.Unsupported(Reason.UNDECIDABLE, Evidence.of(unreadable.why(), extraction))
                        : new Verdict.Unparseable(Evidence.of(unreadable.why(), extraction));
            case Outcome.Compared compared -> verdict(expected, extraction, compared.comparison());
        };
    }

    private static Verdict verdict(String expected, Extraction extraction, Comparison comparison) {
        return switch (comparison.result()) {
            case EQUAL -> new Verdict.Pass(evidence("equals " + quoted(expected), extraction, comparison));
            case NOT_EQUAL ->
                new Verdict.Fail(
                        Reason.WRONG_ANSWER,
                        evidence(
                                "expected " + quoted(expected) + ", got " + quoted(extraction.getAnswer()),
                                extraction,
                                comparison));
            case UNDECIDED ->
                new Verdict.Unsupported(
                        Reason.UNDECIDABLE,
                        evidence("cannot be told from " + quoted(expected), extraction, comparison));
        };
    }

    private static Evidence evidence(String text, Extraction extraction, Comparison comparison) {
        return new Evidence(
                text, extraction, null, null, Map.of("stage", comparison.stage().label()));
    }

    private static String quoted(String answer) {
        return answer.length() <= MAX_QUOTED ? answer : answer.substring(0, MAX_QUOTED) + "…";
    }
}
