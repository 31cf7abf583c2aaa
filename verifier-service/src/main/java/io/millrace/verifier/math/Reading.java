package io.millrace.verifier.math;

/** What a written answer turned out to be. */
sealed interface Reading {

    /**
     * A rational number.
     *
     * @param value as written; a percent sign does not divide it
     * @param unit the unit beside it in its first spelling, or empty
     */
    record Numeric(Rational value, boolean percent, String unit) implements Reading {}

    /** Mathematics of another kind, or a number beyond the bounds: it may equal a number, but that is not decided here. */
    record Symbolic() implements Reading {}

    /** Several values, none of which is the answer. */
    record Several() implements Reading {}

    /** Not one mathematical expression. */
    record Unreadable(String why) implements Reading {}
}
