package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.exact.ExactValue;
import io.millrace.verifier.math.exact.Fuel;
import io.millrace.verifier.math.exact.Rational;
import io.millrace.verifier.math.exact.UndefinedException;
import io.millrace.verifier.math.latex.Expression;
import java.util.Optional;

/** Two exact fractions that are the same, or that differ while neither was written as a decimal. */
final class ExactNumbers implements Rule {

    private final Fuel fuel;

    ExactNumbers(Fuel fuel) {
        this.fuel = fuel;
    }

    @Override
    public Optional<Comparison> decide(Expression expected, Expression given) {
        Optional<Rational> wanted;
        try {
            wanted = ExactValue.of(expected, fuel);
        } catch (UndefinedException undefined) {
            return Optional.of(Comparison.undecided(Stage.EXACT));
        }
        Optional<Rational> got;
        try {
            got = ExactValue.of(given, fuel);
        } catch (UndefinedException undefined) {
            return Optional.of(Comparison.different(Stage.EXACT));
        }
        if (wanted.isEmpty() || got.isEmpty()) {
            return Optional.empty();
        }
        if (wanted.get().equals(got.get())) {
            return Optional.of(Comparison.equal(Stage.EXACT));
        }
        boolean rounded = RoundedDecimals.decimals(expected) > 0 || RoundedDecimals.decimals(given) > 0;
        return rounded ? Optional.empty() : Optional.of(Comparison.different(Stage.EXACT));
    }
}
