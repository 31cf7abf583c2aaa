package io.millrace.evaluator.score;

import java.util.OptionalDouble;

/**
 * What a record adds to its dataset: what it does not share with the nearest kept record. Nothing where none is known to be near; it
 * adds much then, but nobody has measured how much.
 */
public final class Contribution implements Scorer {

    @Override
    public String dimension() {
        return "diversity";
    }

    @Override
    public String name() {
        return "distance-to-nearest";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Range range() {
        return Range.SHARE;
    }

    @Override
    public OptionalDouble value(Subject subject) {
        OptionalDouble nearest = subject.nearest();
        return nearest.isPresent() ? OptionalDouble.of(1 - nearest.getAsDouble()) : nearest;
    }
}
