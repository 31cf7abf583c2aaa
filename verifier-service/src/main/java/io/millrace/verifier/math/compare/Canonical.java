package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Bracketed;
import io.millrace.verifier.math.latex.Expression.Listing;
import io.millrace.verifier.math.latex.Expression.Operation;
import io.millrace.verifier.math.latex.Expression.Relation;
import io.millrace.verifier.math.latex.Expression.SetBuilder;
import io.millrace.verifier.math.latex.Expression.SetOf;
import io.millrace.verifier.math.latex.Expression.Symbol;
import io.millrace.verifier.math.latex.Expression.Text;
import io.millrace.verifier.math.latex.Joint;
import io.millrace.verifier.math.latex.Operator;
import io.millrace.verifier.math.latex.Relator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes several values one by one: x = ±3 becomes x = 3, x = -3; and x = 1, 2 becomes x = 1, x = 2. */
final class Canonical {

    private static final Set<String> REAL_NUMBERS = Set.of("all real numbers", "all reals", "the real numbers");

    private Canonical() {}

    static Expression of(Expression written) {
        Expression expression = inSymbols(condition(written));
        return switch (expression) {
            case Listing listing -> new Listing(listing.joint(), spread(named(listing.parts())));
            case SetOf set -> new SetOf(spread(set.parts()));
            default -> {
                List<Expression> values = spread(List.of(expression));
                yield values.size() == 1 ? values.getFirst() : new Listing(Joint.OR, values);
            }
        };
    }

    private static Expression inSymbols(Expression expression) {
        return expression instanceof Text text
                        && REAL_NUMBERS.contains(text.words().toLowerCase(Locale.ROOT))
                ? new Symbol("mathbb(R)")
                : expression;
    }

    /** A set by its condition is the condition; what belongs to a set is the set. */
    private static Expression condition(Expression expression) {
        if (expression instanceof SetBuilder builder && builder.condition() instanceof Relation) {
            return condition(builder.condition());
        }
        boolean member =
                expression instanceof Relation relation && relation.relators().equals(List.of(Relator.MEMBER));
        return member ? expression.parts().getLast() : expression;
    }

    /** Gives a name that only the first of several values bears to all of them. */
    private static List<Expression> named(List<Expression> items) {
        boolean onlyFirst = Names.isAssignment(items.getFirst())
                && items.stream().skip(1).noneMatch(item -> item instanceof Relation);
        if (!onlyFirst) {
            return items;
        }
        Expression name = items.getFirst().parts().getFirst();
        List<Expression> all = new ArrayList<>(List.of(items.getFirst()));
        items.stream().skip(1).forEach(item -> all.add(new Relation(List.of(name, item), List.of(Relator.EQUAL))));
        return all;
    }

    private static List<Expression> spread(List<Expression> items) {
        List<Expression> all = new ArrayList<>();
        for (Expression item : items) {
            if (item instanceof Relation relation && Names.isAssignment(item) && manyValues(relation)) {
                Expression name = relation.parts().getFirst();
                relation.parts()
                        .getLast()
                        .parts()
                        .forEach(
                                value -> all.addAll(signs(new Relation(List.of(name, value), List.of(Relator.EQUAL)))));
            } else {
                all.addAll(signs(item));
            }
        }
        return all;
    }

    /** "x = {1, 2}" with braces that only hold together. */
    private static boolean manyValues(Relation relation) {
        return relation.parts().size() == 2 && relation.parts().getLast() instanceof Listing;
    }

    private static List<Expression> signs(Expression expression) {
        boolean both = expression.contains(Canonical::isBoth) && !(expression instanceof Bracketed);
        return both ? List.of(chosen(expression, true), chosen(expression, false)) : List.of(expression);
    }

    private static boolean isBoth(Expression part) {
        return part instanceof Operation operation
                && (operation.operator() == Operator.PLUS_OR_MINUS || operation.operator() == Operator.MINUS_OR_PLUS);
    }

    private static Expression chosen(Expression expression, boolean upper) {
        return expression.rewritten(part -> {
            if (!isBoth(part)) {
                return part;
            }
            var operation = (Operation) part;
            boolean plus = (operation.operator() == Operator.PLUS_OR_MINUS) == upper;
            return new Operation(plus ? Operator.PLUS : Operator.MINUS, operation.left(), operation.right());
        });
    }
}
