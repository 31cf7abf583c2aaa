package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.latex.Expression;
import java.util.Optional;

/** What looks the same is the same. */
final class SameTree implements Rule {

    @Override
    public Optional<Comparison> decide(Expression expected, Expression given) {
        return expected.equals(given) ? Optional.of(Comparison.equal(Stage.TREE)) : Optional.empty();
    }
}
