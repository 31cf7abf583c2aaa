package io.millrace.generator.llm;

import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Seed;

/** The models that a strategy may learn from. */
public interface Teachers {

    /**
     * The teacher of one sample; always the same one for the same seed and sample.
     *
     * @throws UnusableSeedException if the seed asks for a teacher that there is not
     */
    Teacher choose(Seed seed, int sampleIndex);

    /** Changes whenever the same question could get other answers, as far as that is known. */
    String fingerprint();
}
