package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Literal;
import io.millrace.verifier.math.latex.Expression.Operation;
import io.millrace.verifier.math.latex.Expression.Quantity;
import io.millrace.verifier.math.latex.Expression.Ratio;
import io.millrace.verifier.math.latex.Expression.Symbol;
import io.millrace.verifier.math.latex.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Ratios are the same when their terms are proportional; two terms are also a quotient. */
final class Ratios implements Rule {

    private static final Literal ZERO = Literal.of(0);
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private final Comparer comparer;

    Ratios(Comparer comparer) {
        this.comparer = comparer;
    }

    @Override
    public Optional<Comparison> decide(Expression expected, Expression given) {
        if (expected instanceof Ratio one && given instanceof Ratio other) {
            return Optional.of(proportional(one.parts(), other.parts()));
        }
        if (expected instanceof Ratio ratio && ratio.parts().size() == 2 && !(given instanceof Quantity)) {
            return Optional.of(comparer.compare(quotient(ratio), given));
        }
        return given instanceof Ratio ratio && ratio.parts().size() == 2 && !(expected instanceof Quantity)
                ? Optional.of(comparer.compare(expected, quotient(ratio)))
                : Optional.empty();
    }

    private static Expression quotient(Ratio ratio) {
        return new Operation(
                Operator.DIVIDED_BY, ratio.parts().get(0), ratio.parts().get(1));
    }

    private Comparison proportional(List<Expression> expected, List<Expression> given) {
        boolean open =
                expected.stream().anyMatch(Ratios::goesOn) || given.stream().anyMatch(Ratios::goesOn);
        if (expected.size() != given.size() || open) {
            return Comparison.different(Stage.RATIO);
        }
        Comparison inOrder = comparer.inOrder(expected, given, Stage.RATIO);
        if (inOrder.result() != Result.NOT_EQUAL || expected.contains(ZERO) || given.contains(ZERO)) {
            return inOrder;
        }
        boolean times = isTime(expected) && isTime(given);
        for (int at = 1; at < expected.size(); at++) {
            Comparison crossed = comparer.compare(
                    quotient(expected.get(at), expected.getFirst()), quotient(given.get(at), given.getFirst()));
            if (!crossed.same()) {
                return new Comparison(crossed.result(), Stage.RATIO);
            }
        }
        return times ? Comparison.undecided(Stage.RATIO) : Comparison.equal(Stage.RATIO);
    }

    /** 7:32 may be a ratio or a time of day. */
    private static boolean isTime(List<Expression> terms) {
        Expression last = terms.getLast() instanceof Quantity quantity ? quantity.value() : terms.getLast();
        return terms.size() == 2
                && last instanceof Literal minutes
                && minutes.whole()
                && minutes.value().precision() == 2
                && minutes.value().compareTo(SIXTY) < 0;
    }

    private static Expression quotient(Expression numerator, Expression denominator) {
        return new Operation(Operator.DIVIDED_BY, numerator, denominator);
    }

    private static boolean goesOn(Expression term) {
        return term instanceof Symbol symbol && symbol.name().equals("ldots");
    }
}
