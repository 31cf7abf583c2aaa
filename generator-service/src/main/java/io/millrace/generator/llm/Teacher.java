package io.millrace.generator.llm;

import io.millrace.schemas.Hash;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Seed;
import io.millrace.schemas.model.Model;

/**
 * A model that is learned from.
 *
 * @param identity changes whenever the same question could get other answers, as far as that is known
 * @param sampling how it is asked; a sampling seed is the one of the first question of the first sample
 */
public record Teacher(Model model, String identity, Sampling sampling) implements Teachers {

    /** Teaches every sample itself. */
    @Override
    public Teacher choose(Seed seed, int sampleIndex) {
        return this;
    }

    @Override
    public String fingerprint() {
        return Hash.of(identity, sampling.toString());
    }

    /** With a sampling seed of its own for each question, which would otherwise all get the same answer. */
    Sampling sampling(int sampleIndex, int question) {
        Long first = sampling.getSeed();
        return first == null
                ? sampling
                : Sampling.newBuilder(sampling)
                        .setSeed(first + sampleIndex + (long) question * TaughtStrategy.MAX_SAMPLES)
                        .build();
    }
}
