package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.exact.Fuel;
import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Call;
import io.millrace.verifier.math.latex.Expression.Literal;
import io.millrace.verifier.math.latex.Function;
import io.millrace.verifier.math.numeric.Agreement;
import io.millrace.verifier.math.numeric.NumericComparison;
import java.util.List;
import java.util.Optional;

/** Everything else by approximate values. A logarithm without a base may have ten or Euler's number, but the same on both sides. */
final class NumericPoints implements Rule {

    private static final Literal TEN = Literal.of(10);

    private final Fuel fuel;

    NumericPoints(Fuel fuel) {
        this.fuel = fuel;
    }

    @Override
    public Optional<Comparison> decide(Expression expected, Expression given) {
        Agreement agreement = new NumericComparison(expected, given, fuel).equality();
        if (agreement != Agreement.SAME
                && (expected.contains(NumericPoints::isBare) || given.contains(NumericPoints::isBare))) {
            Agreement decimal = new NumericComparison(decimal(expected), decimal(given), fuel).equality();
            agreement = decimal == Agreement.SAME ? decimal : agreement;
        }
        return Optional.of(
                switch (agreement) {
                    case SAME -> Comparison.equal(Stage.NUMERIC);
                    case DIFFERENT -> Comparison.different(Stage.NUMERIC);
                    case UNKNOWN -> Comparison.undecided(Stage.NUMERIC);
                });
    }

    private static boolean isBare(Expression part) {
        return part instanceof Call call && call.function() == Function.LOG;
    }

    private static Expression decimal(Expression expression) {
        return expression.rewritten(part -> isBare(part)
                ? new Call(Function.LOG_TO_BASE, List.of(TEN, part.parts().getFirst()))
                : part);
    }
}
