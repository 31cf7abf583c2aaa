package io.millrace.generator.rule.item;

import io.millrace.generator.rule.number.Expression;
import io.millrace.generator.rule.number.Operator;
import io.millrace.generator.rule.number.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Notes the steps of a calculation while making it. A slip spoils one step, and the later ones follow from what it gave. */
public final class Working {

    /** What can go wrong in one step. */
    enum Slip {
        OFF_BY_ONE,
        DROPPED_SIGN,
        WRONG_OPERATION,
        SKIPPED
    }

    /** A calculation that notes its steps. */
    @FunctionalInterface
    public interface Program {
        Rational run(Working working);
    }

    private static final int NEVER = -1;

    private final Function<Rational, String> notation;
    private final Slip slip;
    private final int slipAt;
    private final List<String> steps = new ArrayList<>();
    private int count;

    private Working(Function<Rational, String> notation, Slip slip, int slipAt) {
        this.notation = notation;
        this.slip = slip;
        this.slipAt = slipAt;
    }

    /** The solution that follows from a calculation without a slip. */
    public static Solution solve(Function<Rational, String> notation, Program program) {
        return new Working(notation, Slip.SKIPPED, NEVER).solution(program);
    }

    /** A solution for each slip in each step, a final off-by-one included, which is always wrong. */
    static List<Supplier<Solution>> mistakes(Function<Rational, String> notation, Program program, int steps) {
        List<Supplier<Solution>> mistakes = new ArrayList<>();
        for (int at = 0; at < steps; at++) {
            int step = at;
            for (Slip slip : Slip.values()) {
                mistakes.add(() -> new Working(notation, slip, step).solution(program));
            }
        }
        return mistakes;
    }

    /** Does one step and notes it as a bare equation. */
    public Rational step(Rational left, Operator operator, Rational right) {
        return step("", left, operator, right);
    }

    public Rational step(String label, long left, Operator operator, long right) {
        return step(label, Rational.of(left), operator, Rational.of(right));
    }

    public Rational step(String label, long left, Operator operator, Rational right) {
        return step(label, Rational.of(left), operator, right);
    }

    public Rational step(String label, Rational left, Operator operator, long right) {
        return step(label, left, operator, Rational.of(right));
    }

    /** Does one step and notes it as an equation after a label. */
    public Rational step(String label, Rational left, Operator operator, Rational right) {
        boolean spoilt = count++ == slipAt;
        if (spoilt && slip == Slip.SKIPPED) {
            return left;
        }
        Operator applied = spoilt && slip == Slip.WRONG_OPERATION ? operator.mistakenFor() : operator;
        Rational exact = applied.of(left, right);
        Rational result = spoilt ? spoil(exact) : exact;
        steps.add(label + (label.isEmpty() ? "" : ": ") + Expression.operand(left, notation) + " " + applied.sign()
                + " " + Expression.operand(right, notation) + " = " + notation.apply(result));
        return result;
    }

    /** Notes a sentence that is no calculation. */
    public void note(String sentence) {
        steps.add(sentence);
    }

    private Rational spoil(Rational exact) {
        return switch (slip) {
            case OFF_BY_ONE -> exact.plus(Rational.ONE);
            case DROPPED_SIGN -> exact.signum() < 0 ? exact.negate() : exact;
            case WRONG_OPERATION, SKIPPED -> exact;
        };
    }

    private Solution solution(Program program) {
        String answer = notation.apply(program.run(this));
        return Solution.answered(steps, answer);
    }
}
