package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.exact.Fuel;
import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Operation;
import io.millrace.verifier.math.latex.Expression.Relation;
import io.millrace.verifier.math.latex.Operator;
import io.millrace.verifier.math.latex.Relator;
import io.millrace.verifier.math.numeric.NumericComparison;
import java.util.List;
import java.util.Optional;

/**
 * Equations and inequalities side by side or up to a constant multiple, and the values that they name. Equations are not solved, so
 * two without solutions are not taken for the same.
 */
final class Relations implements Rule {

    /** How far from the value a side may be that is about equal to it. */
    private static final double ROUNDED = 0.01;

    private final Comparer comparer;
    private final Fuel fuel;

    Relations(Comparer comparer, Fuel fuel) {
        this.comparer = comparer;
        this.fuel = fuel;
    }

    @Override
    public Optional<Comparison> decide(Expression expected, Expression given) {
        if (expected instanceof Relation one && given instanceof Relation other) {
            return Optional.of(compare(one, other));
        }
        if (given instanceof Relation relation) {
            return Optional.of(valueOf(relation)
                    .map(value -> comparer.compare(expected, value))
                    .orElse(Comparison.different(Stage.RELATION)));
        }
        return expected instanceof Relation relation
                ? Optional.of(
                        named(relation) || (relation.relators().size() > 1 && equates(relation))
                                ? comparer.compare(value(relation), given)
                                : Comparison.different(Stage.RELATION))
                : Optional.empty();
    }

    /** What a given relation says the answer is, unless its own sides contradict each other. */
    private Optional<Expression> valueOf(Relation relation) {
        if (!equates(relation)) {
            return Optional.empty();
        }
        boolean named = Names.isName(relation.parts().getFirst());
        boolean approximate = relation.relators().getFirst() == Relator.APPROXIMATE;
        return named || approximate || consistent(relation) ? consistentValue(relation, named) : Optional.empty();
    }

    private Optional<Expression> consistentValue(Relation relation, boolean named) {
        Expression value = value(relation);
        for (int at = named ? 1 : 0; at < relation.parts().size(); at++) {
            Expression side = relation.parts().get(at);
            boolean rounded = at > 0 && relation.relators().get(at - 1) == Relator.APPROXIMATE;
            boolean agrees = Names.isName(side) || comparer.same(value, side) || (rounded && near(value, side));
            if (!agrees) {
                return Optional.empty();
            }
        }
        return Optional.of(value);
    }

    private boolean near(Expression exact, Expression rounded) {
        Optional<Double> value = NumericComparison.approximation(exact, fuel);
        Optional<Double> other = NumericComparison.approximation(rounded, fuel);
        return value.isPresent()
                && other.isPresent()
                && Math.abs(value.get() - other.get()) <= ROUNDED * Math.abs(value.get());
    }

    /** Whether every side equals the last. */
    private boolean consistent(Relation relation) {
        return relation.parts().stream()
                .allMatch(side -> comparer.same(relation.parts().getLast(), side));
    }

    /** The last side before an approximation begins; the last one where the first is but a name for it. */
    private static Expression value(Relation relation) {
        int rounded = relation.relators().indexOf(Relator.APPROXIMATE);
        boolean onlyNamed = rounded == 0 && Names.isName(relation.parts().getFirst());
        return rounded < 0 || onlyNamed
                ? relation.parts().getLast()
                : relation.parts().get(rounded);
    }

    private static boolean equates(Relation relation) {
        return relation.relators().stream().allMatch(Names::equates);
    }

    private static boolean named(Relation relation) {
        return Names.isAssignment(relation)
                || (equates(relation) && relation.relators().contains(Relator.APPROXIMATE));
    }

    private Comparison compare(Relation expected, Relation given) {
        Comparison sides = sideBySide(expected, given);
        if (sides.same()) {
            return sides;
        }
        if (equates(expected) && equates(given)) {
            return equations(expected, given, sides);
        }
        boolean simple = expected.relators().size() == 1 && given.relators().size() == 1;
        return simple ? inequalities(expected, given) : sides;
    }

    private Comparison sideBySide(Relation expected, Relation given) {
        if (expected.relators().equals(given.relators())) {
            return comparer.inOrder(expected.parts(), given.parts(), Stage.RELATION);
        }
        List<Relator> reversed =
                given.relators().reversed().stream().map(Relator::reversed).toList();
        return expected.relators().equals(reversed)
                ? comparer.inOrder(expected.parts(), given.parts().reversed(), Stage.RELATION)
                : Comparison.different(Stage.RELATION);
    }

    private Comparison equations(Relation expected, Relation given, Comparison sides) {
        boolean chains = expected.relators().size() > 1 || given.relators().size() > 1;
        if (chains) {
            boolean sameName = Names.isAssignment(expected)
                    && expected.parts().getFirst().equals(given.parts().getFirst());
            return sameName
                    ? valueOf(given)
                            .map(value -> comparer.compare(value(expected), value))
                            .orElse(Comparison.different(Stage.RELATION))
                    : sides;
        }
        if (Variables.of(expected, given).isEmpty()) {
            return sides;
        }
        Optional<Double> factor = factor(expected, given);
        return factor.isPresent() ? Comparison.equal(Stage.RELATION) : Comparison.different(Stage.RELATION);
    }

    private Comparison inequalities(Relation expected, Relation given) {
        Optional<Double> factor = factor(expected, given);
        if (factor.isEmpty()) {
            return Comparison.different(Stage.RELATION);
        }
        Relator got = given.relators().getFirst();
        Relator turned = factor.get() < 0 ? got.reversed() : got;
        return Comparison.of(expected.relators().getFirst() == turned, Stage.RELATION);
    }

    private Optional<Double> factor(Relation expected, Relation given) {
        return new NumericComparison(difference(expected), difference(given), fuel).proportion();
    }

    private static Expression difference(Relation relation) {
        return new Operation(
                Operator.MINUS, relation.parts().getFirst(), relation.parts().getLast());
    }
}
