package io.millrace.verifier.math;

import static java.util.Objects.requireNonNull;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Extraction;
import io.millrace.schemas.Hash;
import io.millrace.schemas.MathTask;
import io.millrace.verifier.answer.AnswerExtractor;
import io.millrace.verifier.answer.Extracted;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import java.math.BigInteger;

/** Whether the final answer is exactly the number that the task names. */
public final class RationalAnswer implements Check {

    private static final Rational HUNDRED = Rational.of(BigInteger.valueOf(100));

    private final NumericPolicy policy;
    private final NumberReader reader;
    private final AnswerExtractor extractor = AnswerExtractor.ofNumbers();

    public RationalAnswer(NumericPolicy policy) {
        this.policy = policy;
        this.reader = new NumberReader(policy);
    }

    @Override
    public String name() {
        return "numeric-answer";
    }

    @Override
    public String version() {
        return "1";
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
        return switch (reader.read(task.getAnswer())) {
            case Reading.Unreadable unreadable ->
                new Verdict.Unsupported(Reason.INVALID_TASK, Evidence.of("the task's own answer: " + unreadable.why()));
            case Reading.Several several -> undecidable(Evidence.of("the task's own answer is several values"));
            case Reading.Symbolic symbolic -> undecidable(Evidence.of("the task's own answer is not a plain number"));
            case Reading.Numeric expected -> judge(task, expected, extractor.from(candidate));
        };
    }

    private Verdict judge(MathTask task, Reading.Numeric expected, Extracted extracted) {
        return switch (extracted) {
            case Extracted.Nothing nothing -> new Verdict.Unparseable(Evidence.of(nothing.why()));
            case Extracted.Found found ->
                found.marked() || !names(task.getProblem(), found.answer())
                        ? judge(expected, found.extraction())
                        : new Verdict.Unparseable(
                                Evidence.of("the last number may be the problem's own", found.extraction()));
        };
    }

    /** Whether the number stands in the problem: then a text that ends with it may only restate the problem. */
    private static boolean names(String problem, String number) {
        String text = problem.replace(",", "");
        String digits = number.replaceAll("[^0-9./]", "");
        for (int at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
            int end = at + digits.length();
            boolean partBefore = at > 0 && Character.isDigit(text.charAt(at - 1));
            boolean partAfter = end < text.length() && Character.isDigit(text.charAt(end));
            if (!partBefore && !partAfter) {
                return true;
            }
        }
        return false;
    }

    private Verdict judge(Reading.Numeric expected, Extraction extraction) {
        return switch (reader.read(extraction.getAnswer())) {
            case Reading.Unreadable unreadable -> new Verdict.Unparseable(Evidence.of(unreadable.why(), extraction));
            case Reading.Several several -> new Verdict.Unparseable(Evidence.of("several values", extraction));
            case Reading.Symbolic symbolic -> undecidable(Evidence.of("the answer is not a plain number", extraction));
            case Reading.Numeric given -> compare(expected, given, extraction);
        };
    }

    private Verdict compare(Reading.Numeric expected, Reading.Numeric given, Extraction extraction) {
        if (!expected.unit().isEmpty()
                && !given.unit().isEmpty()
                && !expected.unit().equals(given.unit())) {
            return undecidable(Evidence.of("the units differ", extraction));
        }
        if (equal(expected, given)) {
            return new Verdict.Pass(Evidence.of("equals " + written(expected), extraction));
        }
        String evidence = "expected " + written(expected) + ", got " + written(given);
        return new Verdict.Fail(Reason.WRONG_ANSWER, Evidence.of(evidence, extraction));
    }

    private static Verdict undecidable(Evidence evidence) {
        return new Verdict.Unsupported(Reason.UNDECIDABLE, evidence);
    }

    private boolean equal(Reading.Numeric expected, Reading.Numeric given) {
        if (value(expected).equals(value(given))) {
            return true;
        }
        return switch (policy.percent()) {
            case STRICT -> false;
            case LENIENT ->
                expected.percent() != given.percent() && expected.value().equals(given.value());
        };
    }

    private static Rational value(Reading.Numeric number) {
        return number.percent() ? number.value().dividedBy(HUNDRED) : number.value();
    }

    private static String written(Reading.Numeric number) {
        return number.value() + (number.percent() ? "%" : "");
    }
}
