package io.millrace.deploy.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.Decision;
import io.millrace.schemas.VerdictKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One seed, what a model says on the way to its candidates, and what has to become of them.
 *
 * @param name the seed's id
 * @param seed as it is submitted, but for its id, its source and its model
 * @param dialogue a question is answered by the first line that fits
 * @param calls the template of each step, in the order of the receipts
 * @param becomes the fate of each sample
 */
public record Scene(
        String name,
        JsonNode seed,
        List<Line> dialogue,
        Map<String, String> calls,
        @Nullable Chosen selection,
        List<Fate> becomes) {

    public Scene {
        dialogue = List.copyOf(dialogue);
        calls = Objects.requireNonNullElse(calls, Map.of());
        becomes = List.copyOf(becomes);
    }

    /**
     * How one of several answers is to be chosen.
     *
     * @param agreeing null where it is not by majority
     */
    public record Chosen(String by, int answers, @Nullable Integer agreeing) {}

    /**
     * What has to become of one sample: either it is refused, or everything else is said but for what follows from it.
     *
     * @param by the check that the verdict rests on, if it rests on one
     * @param reason the verdict's; as the verdict, where nothing else is said
     * @param refused the class of the error by which no candidate is made
     */
    public record Fate(
            @Nullable VerdictKind verdict,
            @Nullable Decision decision,
            @Nullable String by,
            @Nullable String reason,
            @Nullable String refused) {

        public Fate {
            reason = reason == null ? String.valueOf(verdict) : reason;
        }

        /** What the check says that the verdict rests on; nothing where it rests on none. */
        public List<CheckOutcome> outcome() {
            if (by == null || verdict == null) {
                return List.of();
            }
            return switch (verdict) {
                case ACCEPTED -> List.of(CheckOutcome.PASS);
                case REJECTED -> List.of(CheckOutcome.FAIL);
                case UNDECIDED -> List.of(CheckOutcome.UNSUPPORTED);
            };
        }
    }

    public String strategy() {
        return seed.path("strategy").path("name").asText();
    }

    /** Whether no sample is refused, so that each question is in a candidate's receipt. */
    public boolean isPlayedToTheEnd() {
        return becomes.stream().allMatch(fate -> fate.refused() == null);
    }

    @Override
    public String toString() {
        return name;
    }
}
