package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Bracketed;
import io.millrace.verifier.math.latex.Expression.Listing;
import io.millrace.verifier.math.latex.Expression.Operation;
import io.millrace.verifier.math.latex.Expression.Relation;
import io.millrace.verifier.math.latex.Expression.SetOf;
import io.millrace.verifier.math.latex.Expression.Symbol;
import io.millrace.verifier.math.latex.Operator;
import io.millrace.verifier.math.latex.Relator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets of real numbers, however they are written: as intervals, unions or inequalities. Two that are empty are not the same. */
final class RealSets implements Rule {

    private final Comparer comparer;
    private final Intervals intervals;

    RealSets(Comparer comparer, Intervals intervals) {
        this.comparer = comparer;
        this.intervals = intervals;
    }

    @Override
    public Optional<Comparison> decide(Expression expected, Expression given) {
        if ((!isSet(expected) && !isSet(given)) || otherNames(expected, given)) {
            return Optional.empty();
        }
        Optional<RealSet> wanted = intervals.read(expected);
        Optional<RealSet> got = wanted.isEmpty() ? wanted : intervals.read(given);
        if (got.isPresent()) {
            return Optional.of(compare(wanted.get().pieces(), got.get().pieces()));
        }
        return expected instanceof Operation one
                        && given instanceof Operation other
                        && one.operator() == other.operator()
                ? Optional.of(comparer.inOrder(one.parts(), other.parts(), Stage.INTERVAL))
                : Optional.empty();
    }

    /** What can be nothing but a set of numbers; a pair in brackets may also be a tuple. */
    private static boolean isSet(Expression expression) {
        return switch (expression) {
            case Operation operation ->
                operation.operator() == Operator.UNION
                        || operation.operator() == Operator.INTERSECTION
                        || operation.operator() == Operator.WITHOUT
                        || (operation.operator() == Operator.MINUS && operation.right() instanceof SetOf);
            case Relation relation -> isInequality(relation);
            case Listing listing ->
                listing.parts().stream().allMatch(part -> part instanceof Relation relation && isInequality(relation));
            case Symbol symbol -> symbol.name().equals("mathbb(R)");
            case Bracketed brackets -> isHalfOpen(brackets);
            default -> false;
        };
    }

    private static boolean isHalfOpen(Bracketed brackets) {
        return brackets.parts().size() == 2 && (brackets.open() == '(') != (brackets.close() == ')');
    }

    private static boolean isInequality(Relation relation) {
        return relation.relators().stream().allMatch(relator -> relator.orders() || relator == Relator.UNEQUAL);
    }

    /** Inequalities in different variables. */
    private static boolean otherNames(Expression expected, Expression given) {
        return expected.contains(part -> part instanceof Relation)
                && given.contains(part -> part instanceof Relation)
                && !Variables.of(expected).equals(Variables.of(given));
    }

    private Comparison compare(List<Interval> wanted, List<Interval> got) {
        if (wanted.isEmpty() || wanted.size() != got.size()) {
            return Comparison.different(Stage.INTERVAL);
        }
        List<Expression> wantedEnds = new ArrayList<>();
        List<Expression> gotEnds = new ArrayList<>();
        for (int at = 0; at < wanted.size(); at++) {
            Interval one = wanted.get(at);
            Interval other = got.get(at);
            if (one.from().closed() != other.from().closed()
                    || one.to().closed() != other.to().closed()) {
                return Comparison.different(Stage.INTERVAL);
            }
            wantedEnds.addAll(List.of(one.from().written(), one.to().written()));
            gotEnds.addAll(List.of(other.from().written(), other.to().written()));
        }
        return comparer.inOrder(wantedEnds, gotEnds, Stage.INTERVAL);
    }
}
