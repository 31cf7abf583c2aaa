package io.millrace.verifier.math.numeric;

import java.math.BigDecimal;

/** A complex number of many digits. */
record Precise(BigDecimal real, BigDecimal imaginary) {

    static final Precise ZERO = of(BigDecimal.ZERO);

    static Precise of(BigDecimal real) {
        return new Precise(real, BigDecimal.ZERO);
    }

    boolean isReal() {
        return imaginary.signum() == 0;
    }

    boolean isZero() {
        return real.signum() == 0 && isReal();
    }

    /** How many digits stand before the decimal point of the greater part; far below zero for zero itself. */
    long magnitude() {
        return Math.max(magnitude(real), magnitude(imaginary));
    }

    private static long magnitude(BigDecimal part) {
        return part.signum() == 0 ? Long.MIN_VALUE / 2 : (long) part.precision() - part.scale();
    }
}
