package io.millrace.verifier.math.compare;

import io.millrace.verifier.math.exact.Fuel;
import io.millrace.verifier.math.latex.Expression;
import java.util.List;
import java.util.Optional;

/** Takes two expressions through the stages, the cheapest first, until one decides. */
final class Comparer {

    /** What it costs in fuel to ask every stage, whatever the size of what is compared. */
    private static final long COMPARISON = 100;
    /** What it costs in fuel that the stages look at a part of an expression. */
    private static final long PART = 20;

    private final List<Rule> stages;
    private final Fuel fuel;

    Comparer(AnswerPolicy policy, Fuel fuel) {
        this.fuel = fuel;
        var intervals = new Intervals(fuel);
        stages = List.of(
                new SameTree(),
                new SameWords(),
                new RealSets(this, intervals),
                new Relations(this, fuel),
                new Matrices(this),
                new Lists(this, policy.ordered()),
                new Ratios(this),
                new Degree(this),
                new UnitRule(this, policy.units()),
                new PercentSign(this, policy.percent(), fuel),
                new ExactNumbers(fuel),
                new RoundedDecimals(policy.leastDecimals(), fuel),
                new ExactPoints(fuel),
                new NumericPoints(fuel));
    }

    Comparison compare(Expression expected, Expression given) {
        fuel.spend(COMPARISON);
        payForParts(expected);
        payForParts(given);
        for (Rule stage : stages) {
            Optional<Comparison> decision = stage.decide(expected, given);
            if (decision.isPresent()) {
                return decision.get();
            }
        }
        return Comparison.undecided(Stage.NUMERIC);
    }

    /** Parts that were multiplied out are shared, and far more than were written. */
    private void payForParts(Expression expression) {
        fuel.spend(PART);
        expression.parts().forEach(this::payForParts);
    }

    boolean same(Expression expected, Expression given) {
        return compare(expected, given).same();
    }

    /** Compares item by item, in order. */
    Comparison inOrder(List<Expression> expected, List<Expression> given, Stage stage) {
        if (expected.size() != given.size()) {
            return Comparison.different(stage);
        }
        boolean undecided = false;
        for (int at = 0; at < expected.size(); at++) {
            Result result = compare(expected.get(at), given.get(at)).result();
            if (result == Result.NOT_EQUAL) {
                return Comparison.different(stage);
            }
            undecided |= result == Result.UNDECIDED;
        }
        return undecided ? Comparison.undecided(stage) : Comparison.equal(stage);
    }
}
