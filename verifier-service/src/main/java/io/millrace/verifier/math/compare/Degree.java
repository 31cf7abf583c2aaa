package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Degrees;
import java.util.Optional;

/** Degrees on one side only: the number of degrees may stand without its sign, and an angle may be in radians. */
final class Degree implements Rule {

    private final Comparer comparer;

    Degree(Comparer comparer) {
        this.comparer = comparer;
    }

    @Override
    public Optional<Comparison> decide(Expression expected, Expression given) {
        if (expected instanceof Degrees wanted && given instanceof Degrees got) {
            return Optional.of(comparer.compare(wanted.value(), got.value()));
        }
        if (expected instanceof Degrees wanted && comparer.same(wanted.value(), given)) {
            return Optional.of(Comparison.equal(Stage.UNIT));
        }
        return given instanceof Degrees got && comparer.same(expected, got.value())
                ? Optional.of(Comparison.equal(Stage.UNIT))
                : Optional.empty();
    }
}
