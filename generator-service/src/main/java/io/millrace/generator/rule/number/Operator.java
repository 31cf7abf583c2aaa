package io.millrace.generator.rule.number;

/** The four operations. */
public enum Operator {
    PLUS("+", 1) {
        @Override
        public Rational of(Rational left, Rational right) {
            return left.plus(right);
        }
    },
    MINUS("-", 1) {
        @Override
        public Rational of(Rational left, Rational right) {
            return left.minus(right);
        }
    },
    TIMES("*", 2) {
        @Override
        public Rational of(Rational left, Rational right) {
            return left.times(right);
        }
    },
    OVER("/", 2) {
        @Override
        public Rational of(Rational left, Rational right) {
            return left.over(right);
        }
    };

    private final String sign;
    private final int precedence;

    Operator(String sign, int precedence) {
        this.sign = sign;
        this.precedence = precedence;
    }

    public abstract Rational of(Rational left, Rational right);

    public String sign() {
        return sign;
    }

    int precedence() {
        return precedence;
    }

    /** The operation that is easily taken for this one. */
    public Operator mistakenFor() {
        return switch (this) {
            case PLUS -> MINUS;
            case MINUS, TIMES -> PLUS;
            case OVER -> TIMES;
        };
    }
}
