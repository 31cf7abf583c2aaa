package io.millrace.verifier.math.numeric;

import io.millrace.verifier.math.exact.Rational;
import io.millrace.verifier.math.exact.UndefinedException;
import java.math.MathContext;

/** Double precision, which also keeps the largest number that was ever added: it tells how much of a result is noise. */
final class Doubles implements Field<Complex> {

    private static final double SMALLEST_DIVISOR = 1e-290;
    private static final double LARGEST_ANGLE = 1e8;

    private double largest;

    /** The largest operand of any sum so far. */
    double largest() {
        return largest;
    }

    @Override
    public Complex of(Rational exact) {
        if (exact.numerator().bitLength() < 53 && exact.denominator().bitLength() < 53) {
            return new Complex(
                    exact.numerator().doubleValue() / exact.denominator().doubleValue(), 0);
        }
        return finite(exact.decimal(MathContext.DECIMAL64).doubleValue(), 0);
    }

    @Override
    public Complex pi() {
        return new Complex(Math.PI, 0);
    }

    @Override
    public Complex imaginary() {
        return new Complex(0, 1);
    }

    @Override
    public Complex sum(Complex left, Complex right) {
        largest = Math.max(largest, Math.max(left.size(), right.size()));
        return finite(left.real() + right.real(), left.imaginary() + right.imaginary());
    }

    @Override
    public Complex product(Complex left, Complex right) {
        return finite(
                left.real() * right.real() - left.imaginary() * right.imaginary(),
                left.real() * right.imaginary() + left.imaginary() * right.real());
    }

    @Override
    public Complex quotient(Complex left, Complex right) {
        if (right.imaginary() == 0) {
            if (Math.abs(right.real()) < SMALLEST_DIVISOR) {
                throw new UndefinedException("division by zero");
            }
            return finite(left.real() / right.real(), left.imaginary() / right.real());
        }
        double square = right.real() * right.real() + right.imaginary() * right.imaginary();
        if (square < SMALLEST_DIVISOR) {
            throw new UndefinedException("division by zero");
        }
        Complex numerator = product(left, new Complex(right.real(), -right.imaginary()));
        return finite(numerator.real() / square, numerator.imaginary() / square);
    }

    @Override
    public Complex negated(Complex operand) {
        return new Complex(-operand.real(), -operand.imaginary());
    }

    @Override
    public Complex exp(Complex operand) {
        double size = Math.exp(operand.real());
        return operand.imaginary() == 0
                ? finite(size, 0)
                : finite(size * Math.cos(angle(operand.imaginary())), size * Math.sin(operand.imaginary()));
    }

    @Override
    public Complex log(Complex operand) {
        if (operand.size() == 0) {
            throw new UndefinedException("logarithm of zero");
        }
        double angle = operand.imaginary() == 0 && operand.real() > 0
                ? 0
                : Math.atan2(operand.imaginary() == 0 ? 0 : operand.imaginary(), operand.real());
        return finite(Math.log(operand.size()), angle);
    }

    @Override
    public Complex sin(Complex operand) {
        double angle = angle(operand.real());
        return operand.imaginary() == 0
                ? new Complex(Math.sin(angle), 0)
                : finite(
                        Math.sin(angle) * Math.cosh(operand.imaginary()),
                        Math.cos(angle) * Math.sinh(operand.imaginary()));
    }

    @Override
    public Complex cos(Complex operand) {
        double angle = angle(operand.real());
        return operand.imaginary() == 0
                ? new Complex(Math.cos(angle), 0)
                : finite(
                        Math.cos(angle) * Math.cosh(operand.imaginary()),
                        -Math.sin(angle) * Math.sinh(operand.imaginary()));
    }

    @Override
    public Complex arcsin(Complex operand) {
        return new Complex(Math.asin(withinOne(operand)), 0);
    }

    @Override
    public Complex arccos(Complex operand) {
        return new Complex(Math.acos(withinOne(operand)), 0);
    }

    @Override
    public Complex arctan(Complex operand) {
        if (operand.imaginary() != 0) {
            throw new UndefinedException("arctangent of a number that is not real");
        }
        return new Complex(Math.atan(operand.real()), 0);
    }

    @Override
    public Complex root(Complex operand, int index) {
        return switch (index) {
            case 2 -> new Complex(Math.sqrt(operand.real()), 0);
            case 3 -> new Complex(Math.cbrt(operand.real()), 0);
            default -> new Complex(Math.pow(operand.real(), 1.0 / index), 0);
        };
    }

    @Override
    public Complex abs(Complex operand) {
        return new Complex(operand.size(), 0);
    }

    @Override
    public double realPart(Complex operand) {
        return operand.real();
    }

    @Override
    public double imaginaryPart(Complex operand) {
        return operand.imaginary();
    }

    @Override
    public long cost() {
        return 4;
    }

    @Override
    public long elementaryCost() {
        return 50;
    }

    private static double withinOne(Complex operand) {
        if (operand.imaginary() != 0 || Math.abs(operand.real()) > 1) {
            throw new UndefinedException("outside of the domain");
        }
        return operand.real();
    }

    private static double angle(double angle) {
        if (Math.abs(angle) > LARGEST_ANGLE) {
            throw new UndefinedException("an angle beyond the precision");
        }
        return angle;
    }

    private static Complex finite(double real, double imaginary) {
        if (!Double.isFinite(real) || !Double.isFinite(imaginary)) {
            throw new UndefinedException("beyond the range");
        }
        return new Complex(real, imaginary);
    }
}
