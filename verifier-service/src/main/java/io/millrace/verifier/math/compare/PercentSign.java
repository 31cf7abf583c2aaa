package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.exact.Fuel;
import io.millrace.verifier.math.latex.Expression;
import io.millrace.verifier.math.latex.Expression.Percentage;
import io.millrace.verifier.math.numeric.NumericComparison;
import java.util.Optional;

/** A percent sign on one side only, which a lenient policy overlooks. */
final class PercentSign implements Rule {

    private final Comparer comparer;
    private final AnswerPolicy.Percent policy;
    private final Fuel fuel;

    PercentSign(Comparer comparer, AnswerPolicy.Percent policy, Fuel fuel) {
        this.comparer = comparer;
        this.policy = policy;
        this.fuel = fuel;
    }

    @Override
    public Optional<Comparison> decide(Expression expected, Expression given) {
        if (policy == AnswerPolicy.Percent.STRICT || expected instanceof Percentage == given instanceof Percentage) {
            return Optional.empty();
        }
        Expression wanted = expected instanceof Percentage percentage ? percentage.value() : expected;
        Expression got = given instanceof Percentage percentage ? percentage.value() : given;
        return !isFraction(expected instanceof Percentage ? wanted : got) && comparer.same(wanted, got)
                ? Optional.of(Comparison.equal(Stage.PERCENT))
                : Optional.empty();
    }

    /** Less than one percent: who writes 0.5 hardly means that. */
    private boolean isFraction(Expression percents) {
        return NumericComparison.approximation(percents, fuel)
                .filter(value -> Math.abs(value) < 1)
                .isPresent();
    }
}
