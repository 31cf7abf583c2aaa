package io.millrace.verifier.math.numeric;

import io.millrace.verifier.math.exact.Rational;
import io.millrace.verifier.math.exact.UndefinedException;
import java.math.BigDecimal;
import java.math.MathContext;

/** Many digits. */
final class Digits implements Field<Precise> {

    static final Digits FORTY = new Digits(40);
    static final Digits EIGHTY = new Digits(80);

    /** Numbers beyond ten to the power of this are not computed with. */
    private static final long MAX_MAGNITUDE = 1_000_000;

    private final Series series;
    private final MathContext context;
    private final long cost;

    private Digits(int digits) {
        this.series = new Series(digits);
        this.context = series.context();
        this.cost = 5L * digits;
    }

    @Override
    public Precise of(Rational exact) {
        return Precise.of(exact.decimal(context));
    }

    @Override
    public Precise pi() {
        return Precise.of(series.pi());
    }

    @Override
    public Precise imaginary() {
        return new Precise(BigDecimal.ZERO, BigDecimal.ONE);
    }

    @Override
    public Precise sum(Precise left, Precise right) {
        return new Precise(
                left.real().add(right.real(), context),
                left.isReal() && right.isReal()
                        ? BigDecimal.ZERO
                        : left.imaginary().add(right.imaginary(), context));
    }

    @Override
    public Precise product(Precise left, Precise right) {
        if (left.isReal() && right.isReal()) {
            return bounded(Precise.of(left.real().multiply(right.real(), context)));
        }
        return bounded(new Precise(
                left.real()
                        .multiply(right.real(), context)
                        .subtract(left.imaginary().multiply(right.imaginary(), context), context),
                left.real()
                        .multiply(right.imaginary(), context)
                        .add(left.imaginary().multiply(right.real(), context), context)));
    }

    @Override
    public Precise quotient(Precise left, Precise right) {
        if (right.isZero()) {
            throw new UndefinedException("division by zero");
        }
        if (right.isReal()) {
            return bounded(new Precise(
                    left.real().divide(right.real(), context), left.imaginary().divide(right.real(), context)));
        }
        Precise numerator =
                product(left, new Precise(right.real(), right.imaginary().negate()));
        BigDecimal square = square(right);
        return new Precise(
                numerator.real().divide(square, context), numerator.imaginary().divide(square, context));
    }

    @Override
    public Precise negated(Precise operand) {
        return new Precise(operand.real().negate(), operand.imaginary().negate());
    }

    @Override
    public Precise exp(Precise operand) {
        BigDecimal size = series.exp(operand.real());
        return operand.isReal()
                ? Precise.of(size)
                : new Precise(
                        size.multiply(series.cos(operand.imaginary()), context),
                        size.multiply(series.sin(operand.imaginary()), context));
    }

    @Override
    public Precise log(Precise operand) {
        if (operand.isZero()) {
            throw new UndefinedException("logarithm of zero");
        }
        return operand.isReal() && operand.real().signum() > 0
                ? Precise.of(series.log(operand.real()))
                : new Precise(series.log(abs(operand).real()), angle(operand));
    }

    private BigDecimal angle(Precise operand) {
        if (operand.isReal()) {
            return operand.real().signum() < 0 ? series.pi() : BigDecimal.ZERO;
        }
        // Half the angle, from the half-angle formula of the tangent; it has no trouble but on the negative axis.
        BigDecimal size = abs(operand).real();
        BigDecimal sum = size.add(operand.real(), context);
        BigDecimal half = operand.real().signum() >= 0
                ? operand.imaginary().divide(sum, context)
                : size.subtract(operand.real(), context).divide(operand.imaginary(), context);
        return series.arctan(half).multiply(BigDecimal.TWO, context);
    }

    @Override
    public Precise sin(Precise operand) {
        if (operand.isReal()) {
            return Precise.of(series.sin(operand.real()));
        }
        BigDecimal up = series.exp(operand.imaginary());
        BigDecimal down = BigDecimal.ONE.divide(up, context);
        return new Precise(
                half(series.sin(operand.real()).multiply(up.add(down, context), context)),
                half(series.cos(operand.real()).multiply(up.subtract(down, context), context)));
    }

    @Override
    public Precise cos(Precise operand) {
        if (operand.isReal()) {
            return Precise.of(series.cos(operand.real()));
        }
        BigDecimal up = series.exp(operand.imaginary());
        BigDecimal down = BigDecimal.ONE.divide(up, context);
        return new Precise(
                half(series.cos(operand.real()).multiply(up.add(down, context), context)),
                half(series.sin(operand.real()).multiply(down.subtract(up, context), context)));
    }

    @Override
    public Precise arcsin(Precise operand) {
        BigDecimal sine = operand.real();
        BigDecimal cosine = BigDecimal.ONE.subtract(sine.multiply(sine, context), context);
        if (cosine.signum() <= 0) {
            return Precise.of(half(series.pi()).multiply(BigDecimal.valueOf(sine.signum()), context));
        }
        return Precise.of(series.arctan(sine.divide(cosine.sqrt(context), context)));
    }

    @Override
    public Precise arccos(Precise operand) {
        return Precise.of(half(series.pi()).subtract(arcsin(operand).real(), context));
    }

    @Override
    public Precise arctan(Precise operand) {
        if (!operand.isReal()) {
            throw new UndefinedException("arctangent of a number that is not real");
        }
        return Precise.of(series.arctan(operand.real()));
    }

    @Override
    public Precise root(Precise operand, int index) {
        return operand.real().signum() == 0 ? Precise.ZERO : Precise.of(series.root(operand.real(), index));
    }

    @Override
    public Precise abs(Precise operand) {
        return Precise.of(
                operand.isReal() ? operand.real().abs() : square(operand).sqrt(context));
    }

    @Override
    public double realPart(Precise operand) {
        return operand.real().doubleValue();
    }

    @Override
    public double imaginaryPart(Precise operand) {
        return operand.imaginary().doubleValue();
    }

    @Override
    public long cost() {
        return cost;
    }

    @Override
    public long elementaryCost() {
        return 100 * cost;
    }

    private BigDecimal square(Precise operand) {
        return operand.real()
                .multiply(operand.real(), context)
                .add(operand.imaginary().multiply(operand.imaginary(), context), context);
    }

    private BigDecimal half(BigDecimal operand) {
        return operand.divide(BigDecimal.TWO, context);
    }

    private static Precise bounded(Precise number) {
        if (number.magnitude() > MAX_MAGNITUDE) {
            throw new UndefinedException("beyond the range");
        }
        return number;
    }
}
