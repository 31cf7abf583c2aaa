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

/** Whether the final answer is a plan that, carried out from empty jugs, leaves the wanted amount in one of them; any will do. */
public final class JugRules implements Check {

    private static final String FAMILY = "planning";
    private static final int FAMILY_VERSION = 1;

    private final AnswerExtractor extractor = AnswerExtractor.ofMarked();

    @Override
    public String name() {
        return "jug-rules";
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
        Optional<JugsGiven> given =
                JugsGiven.read(requireNonNull(candidate.getTask().getPuzzle()).getGiven());
        if (given.isEmpty()) {
            return new Verdict.Unsupported(Reason.INVALID_TASK, Evidence.of("the given jugs cannot be read"));
        }
        return switch (extractor.from(candidate)) {
            case Extracted.Nothing nothing -> new Verdict.Unparseable(Evidence.of(nothing.why()));
            case Extracted.Found found -> judge(given.get(), found.extraction());
        };
    }

    private static Verdict judge(JugsGiven given, Extraction extraction) {
        Optional<JugPlan> plan =
                JugPlan.read(extraction.getAnswer(), given.capacities().size());
        if (plan.isEmpty()) {
            return new Verdict.Unparseable(Evidence.of("not a list of moves", extraction));
        }
        int moves = plan.get().moves().size();
        if (moves > given.maxMoves()) {
            return wrong("%d moves, of which %d are allowed".formatted(moves, given.maxMoves()), extraction);
        }
        var amounts = plan.get().carriedOut(given.capacities());
        return amounts.contains(given.target())
                ? new Verdict.Pass(Evidence.of("%d litres after %d moves".formatted(given.target(), moves), extraction))
                : wrong("the jugs hold %s at the end".formatted(amounts), extraction);
    }

    private static Verdict wrong(String why, Extraction extraction) {
        return new Verdict.Fail(Reason.WRONG_ANSWER, Evidence.of(why, extraction));
    }
}
