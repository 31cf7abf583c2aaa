package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.exact.ExactValue;
import io.millrace.verifier.math.exact.Fuel;
import io.millrace.verifier.math.exact.Rational;
import io.millrace.verifier.math.exact.UndefinedException;
import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.numeric.Points;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Formulas that have exact values at fractions: equal at some points that nobody chose, they are equal everywhere. */
final class ExactPoints implements Rule {

    private static final int ENOUGH = 3;

    private final Fuel fuel;

    ExactPoints(Fuel fuel) {
        this.fuel = fuel;
    }

    @Override
    public Optional<Comparison> decide(Expression expected, Expression given) {
        Set<String> names = Variables.of(expected, given);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        int agreed = 0;
        for (Map<String, Rational> point : Points.of(names)) {
            try {
                var values = new ExactValue(point, fuel);
                Optional<Rational> wanted = values.value(expected);
                Optional<Rational> got = wanted.isEmpty() ? wanted : values.value(given);
                if (got.isEmpty()) {
                    return Optional.empty();
                }
                if (!wanted.equals(got)) {
                    return Optional.of(Comparison.different(Stage.EXACT_POINTS));
                }
                agreed++;
            } catch (UndefinedException undefined) {
                // Another point will do.
            }
        }
        return agreed >= ENOUGH ? Optional.of(Comparison.equal(Stage.EXACT_POINTS)) : Optional.empty();
    }
}
