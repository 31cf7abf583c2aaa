package io.millrace.generator.llm;

import io.millrace.generator.rule.space.Chance;
import io.millrace.schemas.Sampling;
import org.jspecify.annotations.Nullable;

/** Between which settings the samplings of a model lie; null for what is not sent. */
public record SamplingRange(
        @Nullable Range temperature,
        @Nullable Range topP,
        @Nullable Integer maxTokens,
        @Nullable Long seed) {

    private static final int STEPS = 1 << 20;

    Sampling draw(Chance chance) {
        double temperatureShare = share(chance);
        double topShare = share(chance);
        return new Sampling(at(temperature, temperatureShare), at(topP, topShare), maxTokens, seed);
    }

    private static double share(Chance chance) {
        return chance.below(STEPS + 1) / (double) STEPS;
    }

    private static @Nullable Double at(@Nullable Range range, double share) {
        return range == null ? null : Double.valueOf(range.at(share));
    }
}
