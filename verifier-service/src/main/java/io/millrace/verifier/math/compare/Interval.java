package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.latex.Expression;

/** A connected piece of the number line; a single number is one from itself to itself. */
record Interval(End from, End to) {

    /**
     * Where an interval ends.
     *
     * @param place about where it is, possibly infinite
     */
    record End(Expression written, double place, boolean closed) {

        private static final double CLOSE = 1e-12;

        boolean at(End other) {
            return place == other.place
                    || (!Double.isInfinite(place)
                            && Math.abs(place - other.place) <= CLOSE * Math.max(1, Math.abs(place)));
        }

        End as(boolean nowClosed) {
            return new End(written, place, nowClosed);
        }
    }

    boolean empty() {
        return from.at(to) ? !(from.closed() && to.closed()) : from.place() > to.place();
    }

    /** Whether nothing lies between this one and a later one. */
    boolean touches(Interval later) {
        return later.from.at(to) ? later.from.closed() || to.closed() : later.from.place() < to.place();
    }

    Interval joined(Interval later) {
        End last = later.to.at(to)
                ? to.as(to.closed() || later.to.closed())
                : later.to.place() > to.place() ? later.to : to;
        return new Interval(from, last);
    }

    Interval intersection(Interval other) {
        End first = other.from.at(from)
                ? from.as(from.closed() && other.from.closed())
                : other.from.place() > from.place() ? other.from : from;
        End last = other.to.at(to)
                ? to.as(to.closed() && other.to.closed())
                : other.to.place() < to.place() ? other.to : to;
        return new Interval(first, last);
    }
}
