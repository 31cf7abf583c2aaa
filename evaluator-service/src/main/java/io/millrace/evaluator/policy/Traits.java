package io.millrace.evaluator.policy;

import io.millrace.schemas.Seed;
import io.millrace.schemas.Verified;
import java.util.List;

/**
 * What a record counts as where datasets are balanced.
 *
 * @param difficulty empty where none is declared
 */
public record Traits(boolean synthetic, String domain, String language, String difficulty, List<String> tags) {

    /** The one value of the synthetic axis. */
    static final String SYNTHETIC = "yes";

    public Traits {
        tags = List.copyOf(tags);
    }

    public static Traits of(Verified verified) {
        Seed seed = verified.getCandidate().getSeed();
        String difficulty = seed.getDifficulty();
        return new Traits(
                verified.getProvenance().getSynthetic(),
                seed.getDomain(),
                seed.getLanguage(),
                difficulty == null ? "" : difficulty,
                seed.getTags());
    }

    List<String> on(Axis axis) {
        return switch (axis) {
            case DOMAIN -> List.of(domain);
            case LANGUAGE -> List.of(language);
            case DIFFICULTY -> difficulty.isEmpty() ? List.of() : List.of(difficulty);
            case TAG -> tags.stream().distinct().toList();
            case SYNTHETIC -> synthetic ? List.of(SYNTHETIC) : List.of();
        };
    }
}
