package io.millrace.generator.rule.space;

/**
 * Choices read off a number, one digit of a mixed radix each. Where the bounds do not depend on earlier choices, two numbers below
 * the {@link #span} never make the same choices.
 */
public final class Digits implements Choices {

    private long rest;
    private long span = 1;

    public Digits(long number) {
        rest = number;
    }

    @Override
    public int below(int bound) {
        span = Math.multiplyExact(span, (long) bound);
        int digit = (int) (rest % bound);
        rest /= bound;
        return digit;
    }

    /** How many numbers the choices so far tell apart. */
    public long span() {
        return span;
    }
}
