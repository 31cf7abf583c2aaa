package io.millrace.verifier.math.latex;

/** What may stand between two expressions. */
public enum Operator {
    PLUS,
    MINUS,
    PLUS_OR_MINUS,
    MINUS_OR_PLUS,
    TIMES,
    DIVIDED_BY,
    TO_THE_POWER,
    UNION,
    INTERSECTION,
    WITHOUT
}
