package io.millrace.verifier.math.numeric;

/** A complex number of double precision. */
record Complex(double real, double imaginary) {

    double size() {
        return Math.hypot(real, imaginary);
    }
}
