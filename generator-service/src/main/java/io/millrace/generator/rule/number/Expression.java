package io.millrace.generator.rule.number;

import java.util.function.Function;

/** A number, or an operation on two expressions. */
public sealed interface Expression {

    /** What it is written as, with no more brackets than needed. */
    String text(Function<Rational, String> notation);

    /** Works it out, the leftmost operation first. */
    Rational work(Calculator calculator);

    /** The same numbers and operations one after another, as if there were no brackets and no precedence. */
    default Expression leftToRight() {
        return this instanceof Operation operation
                ? continued(operation.left().leftToRight(), operation.operator(), operation.right())
                : this;
    }

    private static Expression continued(Expression before, Operator operator, Expression next) {
        return next instanceof Operation inner
                ? continued(continued(before, operator, inner.left()), inner.operator(), inner.right())
                : new Operation(before, operator, next);
    }

    /** A number as it is written within a formula: in brackets if it holds a sign. */
    static String operand(Rational value, Function<Rational, String> notation) {
        String text = notation.apply(value);
        return text.startsWith("-") || text.contains("/") ? "(" + text + ")" : text;
    }

    /** A number. */
    record Value(Rational value) implements Expression {

        @Override
        public String text(Function<Rational, String> notation) {
            return operand(value, notation);
        }

        @Override
        public Rational work(Calculator calculator) {
            return value;
        }
    }

    /** An operation on two expressions. */
    record Operation(Expression left, Operator operator, Expression right) implements Expression {

        @Override
        public String text(Function<Rational, String> notation) {
            return bracketed(left, operator.precedence(), notation)
                    + " " + operator.sign() + " "
                    + bracketed(right, operator.precedence() + 1, notation);
        }

        @Override
        public Rational work(Calculator calculator) {
            Rational first = left.work(calculator);
            return calculator.apply(first, operator, right.work(calculator));
        }

        private static String bracketed(Expression part, int least, Function<Rational, String> notation) {
            String text = part.text(notation);
            return part instanceof Operation inner && inner.operator.precedence() < least ? "(" + text + ")" : text;
        }
    }

    /** Applies one operation. */
    @FunctionalInterface
    interface Calculator {
        Rational apply(Rational left, Operator operator, Rational right);
    }
}
