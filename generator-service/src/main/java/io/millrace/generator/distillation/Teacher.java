package io.millrace.generator.distillation;

import io.millrace.schemas.Sampling;
import io.millrace.schemas.model.Model;

/**
 * A model that is learned from.
 *
 * @param identity changes whenever the same question could get other answers, as far as that is known
 * @param sampling how it is asked; a sampling seed is the one of the first sample
 */
public record Teacher(Model model, String identity, Sampling sampling) {

    /** With a sampling seed of its own for each sample, which would otherwise all be the same. */
    Sampling sampling(int sampleIndex) {
        Long first = sampling.getSeed();
        return first == null
                ? sampling
                : Sampling.newBuilder(sampling).setSeed(first + sampleIndex).build();
    }
}
