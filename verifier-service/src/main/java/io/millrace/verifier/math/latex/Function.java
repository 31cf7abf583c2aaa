package io.millrace.verifier.math.latex;

/** A function whose values are known. */
public enum Function {
    SIN,
    COS,
    TAN,
    COT,
    SEC,
    CSC,
    ARCSIN,
    ARCCOS,
    ARCTAN,
    SINH,
    COSH,
    TANH,
    EXP,
    LN,
    /** To a base that is not written: ten or Euler's number. */
    LOG,
    /** To the base that is the first argument. */
    LOG_TO_BASE,
    ABS,
    FLOOR,
    CEILING,
    FACTORIAL,
    BINOMIAL,
    GCD,
    LCM,
    MAX,
    MIN
}
