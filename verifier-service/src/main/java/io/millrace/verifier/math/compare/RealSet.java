package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.compare.Interval.End;
import io.millrace.verifier.math.latex.Expression.Constant;
import io.millrace.verifier.math.latex.Expression.Negation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A set of real numbers as the fewest intervals, in order. */
record RealSet(List<Interval> pieces) {

    static final End MINUS_INFINITY = new End(new Negation(Constant.INFINITY), Double.NEGATIVE_INFINITY, false);
    static final End INFINITY = new End(Constant.INFINITY, Double.POSITIVE_INFINITY, false);
    static final RealSet ALL = of(List.of(new Interval(MINUS_INFINITY, INFINITY)));

    RealSet {
        pieces = List.copyOf(pieces);
    }

    /** Joins what touches. */
    static RealSet of(List<Interval> intervals) {
        List<Interval> sorted = new ArrayList<>(intervals);
        sorted.removeIf(Interval::empty);
        sorted.sort(
                Comparator.<Interval>comparingDouble(interval -> interval.from().place())
                        .thenComparing(interval -> !interval.from().closed()));
        List<Interval> pieces = new ArrayList<>();
        for (Interval interval : sorted) {
            if (!pieces.isEmpty() && pieces.getLast().touches(interval)) {
                pieces.add(pieces.removeLast().joined(interval));
            } else {
                pieces.add(interval);
            }
        }
        return new RealSet(pieces);
    }

    RealSet union(RealSet other) {
        List<Interval> all = new ArrayList<>(pieces);
        all.addAll(other.pieces);
        return of(all);
    }

    RealSet intersection(RealSet other) {
        List<Interval> both = new ArrayList<>();
        for (Interval one : pieces) {
            other.pieces.forEach(another -> both.add(one.intersection(another)));
        }
        return of(both);
    }

    RealSet complement() {
        List<Interval> between = new ArrayList<>();
        End from = MINUS_INFINITY;
        for (Interval piece : pieces) {
            if (!piece.from().equals(MINUS_INFINITY)) {
                between.add(new Interval(from, piece.from().as(!piece.from().closed())));
            }
            from = piece.to().as(!piece.to().closed() && !piece.to().equals(INFINITY));
        }
        if (!Double.isInfinite(from.place()) || from.place() < 0) {
            between.add(new Interval(from, INFINITY));
        }
        return of(between);
    }
}
