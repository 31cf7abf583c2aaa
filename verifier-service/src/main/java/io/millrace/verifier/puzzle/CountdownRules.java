package io.millrace.verifier.puzzle;

import static java.util.Objects.requireNonNull;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Extraction;
import io.millrace.schemas.Hash;
import io.millrace.schemas.PuzzleTask;
import io.millrace.verifier.answer.AnswerExtractor;
import io.millrace.verifier.answer.Extracted;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import java.util.Optional;

/** Whether the final answer is an expression that uses each given number exactly once and is exactly the target; any will do. */
public final class CountdownRules implements Check {

    private static final String FAMILY = "countdown";
    private static final int FAMILY_VERSION = 1;

    private final AnswerExtractor extractor = AnswerExtractor.ofMarked();

    @Override
    public String name() {
        return "countdown-rules";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String configHash() {
        return Hash.of(AnswerExtractor.NAME, AnswerExtractor.VERSION);
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        PuzzleTask puzzle = candidate.getTask().getPuzzle();
        return puzzle != null && puzzle.getFamily().equals(FAMILY) && puzzle.getFamilyVersion() == FAMILY_VERSION;
    }

    @Override
    public Verdict apply(Candidate candidate) {
        PuzzleTask puzzle = requireNonNull(candidate.getTask().getPuzzle());
        Optional<CountdownGiven> given = CountdownGiven.read(puzzle.getGiven());
        if (given.isEmpty()) {
            return new Verdict.Unsupported(Reason.INVALID_TASK, Evidence.of("the given numbers cannot be read"));
        }
        return switch (extractor.from(candidate)) {
            case Extracted.Nothing nothing -> new Verdict.Unparseable(Evidence.of(nothing.why()));
            case Extracted.Found found -> judge(given.get(), found.extraction());
        };
    }

    private static Verdict judge(CountdownGiven given, Extraction extraction) {
        return switch (Arithmetic.evaluate(extraction.getAnswer())) {
            case Arithmetic.Malformed malformed -> new Verdict.Unparseable(Evidence.of(malformed.why(), extraction));
            case Arithmetic.Undefined undefined -> wrong("it divides by zero", extraction);
            case Arithmetic.Value value -> judge(given, value, extraction);
        };
    }

    private static Verdict judge(CountdownGiven given, Arithmetic.Value value, Extraction extraction) {
        if (!given.usesExactly(value.operands())) {
            return wrong("it does not use exactly the given numbers", extraction);
        }
        return value.value().equals(given.target())
                ? new Verdict.Pass(Evidence.of("reaches " + given.target(), extraction))
                : wrong("expected " + given.target() + ", got " + value.value(), extraction);
    }

    private static Verdict wrong(String why, Extraction extraction) {
        return new Verdict.Fail(Reason.WRONG_ANSWER, Evidence.of(why, extraction));
    }
}
