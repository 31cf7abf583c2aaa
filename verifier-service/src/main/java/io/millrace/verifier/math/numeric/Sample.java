package io.millrace.verifier.math.numeric;

import io.millrace.verifier.math.exact.Rational;
import java.util.Map;

/**
 * The values of two expressions at one point.
 *
 * @param real whether everything on the way was real
 * @param noise how far apart they may be for no other reason than the precision
 */
record Sample(Map<String, Rational> point, boolean real, Complex left, Complex right, double noise) {

    private static final double CLOSE = 1e-9;

    /** Whether the left one is the right one times a factor, as far as this precision tells. */
    boolean agrees(Complex factor) {
        Complex scaled = new Doubles().product(right, factor);
        double apart = Math.hypot(left.real() - scaled.real(), left.imaginary() - scaled.imaginary());
        return apart <= CLOSE * Math.max(left.size(), scaled.size()) + noise * Math.max(1, factor.size());
    }

    boolean zero() {
        return left.size() <= noise || right.size() <= noise;
    }
}
