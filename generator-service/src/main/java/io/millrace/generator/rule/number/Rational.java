package io.millrace.generator.rule.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/** An exact fraction in lowest terms with a positive denominator. */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {

    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);

    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        if (!denominator.equals(BigInteger.ONE)) {
            BigInteger common = numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    public static Rational of(long value) {
        return of(value, 1);
    }

    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** All fractions between 0 and 1 whose denominator is at most that large. */
    public static List<Rational> properFractions(int largest) {
        return IntStream.rangeClosed(2, largest)
                .boxed()
                .flatMap(below -> IntStream.range(1, below).mapToObj(above -> of(above, below)))
                .distinct()
                .toList();
    }

    /**
     * Reads a decimal number.
     *
     * @throws ArithmeticException if the text is none
     */
    public static Rational ofDecimal(String text) {
        try {
            BigDecimal decimal = new BigDecimal(text);
            return new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
        } catch (NumberFormatException malformed) {
            throw new ArithmeticException("not a decimal number");
        }
    }

    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * The quotient.
     *
     * @throws ArithmeticException if the other is zero
     */
    public Rational over(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean whole() {
        return denominator.equals(BigInteger.ONE);
    }

    /**
     * The same number as a long.
     *
     * @throws ArithmeticException if it is not whole or too large
     */
    public long toLong() {
        if (!whole()) {
            throw new ArithmeticException("not a whole number");
        }
        return numerator.longValueExact();
    }

    /**
     * The same number as a decimal.
     *
     * @throws ArithmeticException if no finite decimal is exact
     */
    public String toDecimal() {
        BigDecimal exact = new BigDecimal(numerator).divide(new BigDecimal(denominator));
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** A whole number, or a fraction such as "-3/4". */
    @Override
    public String toString() {
        return whole() ? numerator.toString() : numerator + "/" + denominator;
    }
}
