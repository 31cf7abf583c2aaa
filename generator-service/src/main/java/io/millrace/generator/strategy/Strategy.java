package io.millrace.generator.strategy;

import io.millrace.schemas.Seed;
import java.util.List;

/** A way of making candidates from a seed. The same seed gives the same drafts, as far as the model behind it does. */
public interface Strategy {

    /** Stable, lower-case, for instance "distillation"; a metric label. */
    String name();

    /** Changes whenever the same seed could give other drafts. */
    String version();

    /**
     * Makes exactly as many samples as the seed asks for; one that cannot be made is a {@link Sample.Failed} among the others.
     *
     * @throws UnusableSeedException if no sample can ever be made of this seed
     * @throws InterruptedException if the service stops meanwhile
     */
    List<Sample> make(Seed seed) throws InterruptedException;
}
