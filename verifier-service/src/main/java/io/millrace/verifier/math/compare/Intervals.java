package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.compare.Interval.End;
import io.millrace.verifier.math.exact.ExactValue;
import io.millrace.verifier.math.exact.Fuel;
import io.millrace.verifier.math.exact.Rational;
import io.millrace.verifier.math.exact.UndefinedException;
import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Bracketed;
import io.millrace.verifier.math.latex.Expression.Constant;
import io.millrace.verifier.math.latex.Expression.Listing;
import io.millrace.verifier.math.latex.Expression.Literal;
import io.millrace.verifier.math.latex.Expression.Negation;
import io.millrace.verifier.math.latex.Expression.Operation;
import io.millrace.verifier.math.latex.Expression.Relation;
import io.millrace.verifier.math.latex.Expression.SetOf;
import io.millrace.verifier.math.latex.Expression.Symbol;
import io.millrace.verifier.math.latex.Operator;
import io.millrace.verifier.math.latex.Relator;
import io.millrace.verifier.math.numeric.NumericComparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads sets of real numbers: intervals, unions, and inequalities that are linear in one variable. */
final class Intervals {

    private static final Set<String> REAL_NUMBERS = Set.of("mathbb(R)", "R");

    /** What it costs in fuel to join a piece of a set with another set. */
    private static final long PIECE = 200;

    private final Fuel fuel;

    Intervals(Fuel fuel) {
        this.fuel = fuel;
    }

    Optional<RealSet> read(Expression expression) {
        return switch (expression) {
            case Bracketed brackets -> brackets.parts().size() == 2 ? interval(brackets) : Optional.empty();
            case SetOf set -> points(set);
            case Symbol symbol -> REAL_NUMBERS.contains(symbol.name()) ? Optional.of(RealSet.ALL) : Optional.empty();
            case Operation operation -> combined(operation);
            case Relation relation -> solutions(relation);
            case Listing listing -> conditions(listing);
            default -> Optional.empty();
        };
    }

    private Optional<RealSet> interval(Bracketed brackets) {
        Optional<End> from = end(brackets.parts().get(0), brackets.open() == '[');
        Optional<End> to = end(brackets.parts().get(1), brackets.close() == ']');
        return from.isPresent() && to.isPresent()
                ? Optional.of(RealSet.of(List.of(new Interval(from.get(), to.get()))))
                : Optional.empty();
    }

    private Optional<End> end(Expression written, boolean closed) {
        if (written == Constant.INFINITY) {
            return Optional.of(RealSet.INFINITY);
        }
        if (written instanceof Negation negation && negation.operand() == Constant.INFINITY) {
            return Optional.of(RealSet.MINUS_INFINITY);
        }
        return NumericComparison.approximation(written, fuel).map(place -> new End(written, place, closed));
    }

    private Optional<RealSet> points(SetOf set) {
        List<Interval> points = new ArrayList<>();
        for (Expression element : set.parts()) {
            Optional<End> point = end(element, true);
            if (point.isEmpty() || Double.isInfinite(point.get().place())) {
                return Optional.empty();
            }
            points.add(new Interval(point.get(), point.get()));
        }
        return Optional.of(RealSet.of(points));
    }

    private Optional<RealSet> combined(Operation operation) {
        Operator operator = operation.operator();
        if (operator != Operator.UNION && operator != Operator.INTERSECTION && !subtracts(operation)) {
            return Optional.empty();
        }
        Optional<RealSet> left = read(operation.left());
        Optional<RealSet> right = left.isEmpty() ? left : read(operation.right());
        if (right.isEmpty()) {
            return right;
        }
        fuel.spend(PIECE
                * (left.get().pieces().size() + 1L)
                * (right.get().pieces().size() + 1L));
        return right.map(set -> switch (operator) {
            case UNION -> left.get().union(set);
            case INTERSECTION -> left.get().intersection(set);
            default -> left.get().intersection(set.complement());
        });
    }

    /** A set less another one, with a minus sign or the sign of its own. */
    private static boolean subtracts(Operation operation) {
        return operation.operator() == Operator.WITHOUT
                || (operation.operator() == Operator.MINUS && operation.right() instanceof SetOf);
    }

    /** Several conditions: all of them hold, unless they cannot, or one is enough. */
    private Optional<RealSet> conditions(Listing listing) {
        RealSet all = RealSet.ALL;
        RealSet any = RealSet.of(List.of());
        for (Expression part : listing.parts()) {
            Optional<RealSet> set = part instanceof Relation ? read(part) : Optional.empty();
            if (set.isEmpty()) {
                return Optional.empty();
            }
            fuel.spend(PIECE * (all.pieces().size() + any.pieces().size()));
            all = all.intersection(set.get());
            any = any.union(set.get());
        }
        return switch (listing.joint()) {
            case OR -> Optional.of(any);
            case AND -> Optional.of(all.pieces().isEmpty() ? any : all);
            case COMMA -> Optional.of(all.pieces().isEmpty() ? any : all);
        };
    }

    /** The solutions of a chain of inequalities in one variable; equations are compared as they are. */
    private Optional<RealSet> solutions(Relation relation) {
        if (!relation.relators().stream().allMatch(relator -> relator.orders() || relator == Relator.UNEQUAL)) {
            return Optional.empty();
        }
        RealSet solutions = RealSet.ALL;
        for (int at = 0; at < relation.relators().size(); at++) {
            Optional<RealSet> one = halfLine(
                    relation.parts().get(at),
                    relation.relators().get(at),
                    relation.parts().get(at + 1));
            if (one.isEmpty()) {
                return one;
            }
            fuel.spend(PIECE * solutions.pieces().size());
            solutions = solutions.intersection(one.get());
        }
        return Optional.of(solutions);
    }

    private Optional<RealSet> halfLine(Expression left, Relator relator, Expression right) {
        if (left instanceof Symbol) {
            return end(right, relator != Relator.LESS && relator != Relator.GREATER)
                    .map(end -> beyond(relator, end));
        }
        if (right instanceof Symbol) {
            return halfLine(right, relator.reversed(), left);
        }
        return solved(left, relator, right);
    }

    private static RealSet beyond(Relator relator, End end) {
        return switch (relator) {
            case LESS, LESS_OR_EQUAL -> RealSet.of(List.of(new Interval(RealSet.MINUS_INFINITY, end)));
            case GREATER, GREATER_OR_EQUAL -> RealSet.of(List.of(new Interval(end, RealSet.INFINITY)));
            default ->
                RealSet.of(List.of(
                        new Interval(RealSet.MINUS_INFINITY, end.as(false)),
                        new Interval(end.as(false), RealSet.INFINITY)));
        };
    }

    /** Solves what is linear in its only variable and has exact coefficients. */
    private Optional<RealSet> solved(Expression left, Relator relator, Expression right) {
        Expression difference = new Operation(Operator.MINUS, left, right);
        Set<String> names = Variables.of(difference);
        if (names.size() != 1) {
            return Optional.empty();
        }
        String name = names.iterator().next();
        Optional<Rational> atZero = at(difference, name, 0);
        Optional<Rational> atOne = at(difference, name, 1);
        Optional<Rational> further = at(difference, name, 7);
        if (atZero.isEmpty() || atOne.isEmpty() || further.isEmpty()) {
            return Optional.empty();
        }
        Rational slope = atOne.get().minus(atZero.get());
        boolean linear = further.get().equals(atZero.get().plus(slope.times(Rational.of(7, 1))))
                && at(difference, name, -3).equals(Optional.of(atZero.get().minus(slope.times(Rational.of(3, 1)))));
        if (!linear || slope.signum() == 0) {
            return Optional.empty();
        }
        Rational bound = atZero.get().negated().dividedBy(slope);
        return halfLine(new Symbol(name), slope.signum() > 0 ? relator : relator.reversed(), written(bound));
    }

    private Optional<Rational> at(Expression expression, String name, long place) {
        try {
            return new ExactValue(Map.of(name, Rational.of(place, 1)), fuel).value(expression);
        } catch (UndefinedException undefined) {
            return Optional.empty();
        }
    }

    private static Expression written(Rational exact) {
        Expression numerator = new Literal(new BigDecimal(exact.numerator()));
        return exact.whole()
                ? numerator
                : new Operation(Operator.DIVIDED_BY, numerator, new Literal(new BigDecimal(exact.denominator())));
    }
}
