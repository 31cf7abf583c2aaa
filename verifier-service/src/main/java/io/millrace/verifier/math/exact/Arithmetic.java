package io.millrace.verifier.math.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Operations on fractions, each paid for before it is done. */
final class Arithmetic {

    private static final int LIMB = 32;
    /** Longer numbers are multiplied faster than digit by digit. */
    private static final int SCHOOLBOOK = 80;

    private static final int MAX_BITS = 200_000;
    private static final int MAX_FACTORIAL = 10_000;

    private final Fuel fuel;

    Arithmetic(Fuel fuel) {
        this.fuel = fuel;
    }

    /** A number in digits; those behind a decimal point are to be reduced. */
    Rational written(BigDecimal number) {
        long limbs = number.unscaledValue().bitLength() / LIMB;
        fuel.spend(number.scale() > 0 ? limbs * limbs : limbs);
        return Rational.of(number);
    }

    Rational sum(Rational left, Rational right) {
        pay(left, right);
        return left.plus(right);
    }

    Rational product(Rational left, Rational right) {
        pay(left, right);
        return left.times(right);
    }

    Rational quotient(Rational left, Rational right) {
        if (right.signum() == 0) {
            throw new UndefinedException("division by zero");
        }
        pay(left, right);
        payForLowestTerms(bits(left), bits(right));
        return left.dividedBy(right);
    }

    /** A power with a whole exponent. */
    Rational power(Rational base, BigInteger exponent) {
        if (base.signum() == 0) {
            if (exponent.signum() <= 0) {
                throw new UndefinedException("zero to the power of " + (exponent.signum() == 0 ? "zero" : "less"));
            }
            return base;
        }
        if (base.whole() && base.numerator().abs().equals(BigInteger.ONE)) {
            return exponent.testBit(0) ? base : Rational.ONE;
        }
        long size = (long) base.numerator().bitLength() + base.denominator().bitLength();
        if (exponent.bitLength() > 24 || size * exponent.abs().longValue() > MAX_BITS) {
            throw new OutOfFuelException();
        }
        int times = exponent.abs().intValue();
        pay(size * times, size * times);
        payForLowestTerms(base, size * times);
        var raised =
                new Rational(base.numerator().pow(times), base.denominator().pow(times));
        return exponent.signum() < 0 ? Rational.ONE.dividedBy(raised) : raised;
    }

    /** The real root where it is a fraction; null where it is not. */
    @Nullable
    Rational root(Rational radicand, BigInteger index) {
        if (index.signum() <= 0 || index.bitLength() > 8) {
            return null;
        }
        int degree = index.intValue();
        if (radicand.signum() < 0 && degree % 2 == 0) {
            return null;
        }
        BigInteger numerator = root(radicand.numerator().abs(), degree);
        BigInteger denominator = numerator == null ? null : root(radicand.denominator(), degree);
        if (numerator == null || denominator == null) {
            return null;
        }
        return new Rational(radicand.signum() < 0 ? numerator.negate() : numerator, denominator);
    }

    private @Nullable BigInteger root(BigInteger whole, int degree) {
        if (whole.bitLength() <= 1) {
            return whole;
        }
        int bits = whole.bitLength();
        BigInteger low = BigInteger.ZERO;
        BigInteger high = BigInteger.ONE.shiftLeft(bits / degree + 1);
        while (low.compareTo(high) < 0) {
            pay(bits, bits);
            BigInteger middle = low.add(high).add(BigInteger.ONE).shiftRight(1);
            if (middle.pow(degree).compareTo(whole) <= 0) {
                low = middle;
            } else {
                high = middle.subtract(BigInteger.ONE);
            }
        }
        return low.pow(degree).equals(whole) ? low : null;
    }

    BigInteger factorial(BigInteger of) {
        if (of.compareTo(BigInteger.valueOf(MAX_FACTORIAL)) > 0) {
            throw new OutOfFuelException();
        }
        BigInteger product = BigInteger.ONE;
        for (int factor = 2; factor <= of.intValue(); factor++) {
            pay(product.bitLength(), LIMB);
            product = product.multiply(BigInteger.valueOf(factor));
        }
        return product;
    }

    BigInteger binomial(BigInteger of, BigInteger chosen) {
        if (chosen.compareTo(of) > 0) {
            return BigInteger.ZERO;
        }
        BigInteger fewer = chosen.min(of.subtract(chosen));
        if (of.bitLength() > 20 || fewer.compareTo(BigInteger.valueOf(MAX_FACTORIAL)) > 0) {
            throw new OutOfFuelException();
        }
        BigInteger result = BigInteger.ONE;
        for (int step = 1; step <= fewer.intValue(); step++) {
            pay(2L * result.bitLength(), LIMB);
            BigInteger factor = of.subtract(fewer).add(BigInteger.valueOf(step));
            result = result.multiply(factor).divide(BigInteger.valueOf(step));
        }
        return result;
    }

    BigInteger greatestCommonDivisor(BigInteger left, BigInteger right) {
        payForLowestTerms(left.bitLength(), right.bitLength());
        return left.gcd(right);
    }

    BigInteger leastCommonMultiple(BigInteger left, BigInteger right) {
        BigInteger common = greatestCommonDivisor(left, right);
        return common.signum() == 0 ? common : left.divide(common).multiply(right);
    }

    private void pay(Rational left, Rational right) {
        long size = bits(left) + bits(right);
        if (size > 2L * MAX_BITS) {
            throw new OutOfFuelException();
        }
        pay(bits(left), bits(right));
        payForLowestTerms(left.whole() ? right : left, size);
    }

    /** Fractions are reduced digit by digit. */
    private void payForLowestTerms(Rational operand, long bits) {
        if (!operand.whole()) {
            payForLowestTerms(bits, bits);
        }
    }

    private void payForLowestTerms(long bits, long otherBits) {
        fuel.spend(bits / LIMB * (otherBits / LIMB));
    }

    private void pay(long bits, long otherBits) {
        long limbs = bits / LIMB + 1;
        fuel.spend(limbs * Math.min(otherBits / LIMB + 1, SCHOOLBOOK) + limbs);
    }

    private static long bits(Rational rational) {
        return (long) rational.numerator().bitLength() + rational.denominator().bitLength();
    }
}
