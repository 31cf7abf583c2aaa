package io.millrace.verifier.puzzle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** The rules of one family of puzzles, under which any solution will do. */
abstract class FamilyRules<G> implements Check {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_GIVEN_LENGTH = 1_000;

    private final AnswerExtractor extractor = AnswerExtractor.ofMarked();
    private final String family;
    private final int familyVersion;

    FamilyRules(String family, int familyVersion) {
        this.family = family;
        this.familyVersion = familyVersion;
    }

    /** What the rules are applied to; empty where it is something else. */
    abstract Optional<G> given(JsonNode json);

    abstract Verdict judge(G given, Extraction extraction);

    @Override
    public String configHash() {
        return Hash.of(AnswerExtractor.NAME, AnswerExtractor.VERSION);
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        PuzzleTask puzzle = candidate.getTask().getPuzzle();
        return puzzle != null && puzzle.getFamily().equals(family) && puzzle.getFamilyVersion() == familyVersion;
    }

    @Override
    public Verdict apply(Candidate candidate) {
        PuzzleTask puzzle = requireNonNull(candidate.getTask().getPuzzle());
        Optional<G> given = read(puzzle.getGiven()).flatMap(this::given);
        if (given.isEmpty()) {
            return new Verdict.Unsupported(Reason.INVALID_TASK, Evidence.of("what is given cannot be read"));
        }
        return switch (extractor.from(candidate)) {
            case Extracted.Nothing nothing -> new Verdict.Unparseable(Evidence.of(nothing.why()));
            case Extracted.Found found -> judge(given.get(), found.extraction());
        };
    }

    private static Optional<JsonNode> read(String json) {
        if (json.length() > MAX_GIVEN_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(json));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    static Verdict wrong(String why, Extraction extraction) {
        return new Verdict.Fail(Reason.WRONG_ANSWER, Evidence.of(why, extraction));
    }
}
