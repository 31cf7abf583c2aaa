package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Quantity;
import java.util.Optional;

/** Values with units: the same unit or, by policy, none on one side. Units are not converted. */
final class UnitRule implements Rule {

    private final Comparer comparer;
    private final AnswerPolicy.Units policy;

    UnitRule(Comparer comparer, AnswerPolicy.Units policy) {
        this.comparer = comparer;
        this.policy = policy;
    }

    @Override
    public Optional<Comparison> decide(Expression expected, Expression given) {
        if (expected instanceof Quantity wanted && given instanceof Quantity got) {
            return Optional.of(
                    wanted.unit().equals(got.unit())
                            ? comparer.compare(wanted.value(), got.value())
                            : Comparison.undecided(Stage.UNIT));
        }
        if (expected instanceof Quantity wanted) {
            return Optional.of(
                    policy == AnswerPolicy.Units.REQUIRED
                            ? Comparison.different(Stage.UNIT)
                            : comparer.compare(wanted.value(), given));
        }
        return given instanceof Quantity got ? Optional.of(comparer.compare(expected, got.value())) : Optional.empty();
    }
}
