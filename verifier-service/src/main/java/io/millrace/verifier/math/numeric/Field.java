package io.millrace.verifier.math.numeric;

import io.millrace.verifier.math.exact.Rational;
import io.millrace.verifier.math.exact.UndefinedException;

/**
 * Complex numbers of some precision. What has no value fails with an {@link UndefinedException}.
 *
 * @param <T> a number
 */
interface Field<T> {

    T of(Rational exact);

    T pi();

    T imaginary();

    T sum(T left, T right);

    T product(T left, T right);

    T quotient(T left, T right);

    T negated(T operand);

    T exp(T operand);

    /** The principal natural logarithm. */
    T log(T operand);

    T sin(T operand);

    T cos(T operand);

    T arcsin(T operand);

    T arccos(T operand);

    T arctan(T operand);

    /** The real root of a number that is real and not negative. */
    T root(T operand, int index);

    T abs(T operand);

    double realPart(T operand);

    double imaginaryPart(T operand);

    /** How much fuel a sum or product takes. */
    long cost();

    /** How much fuel any other function takes. */
    long elementaryCost();
}
