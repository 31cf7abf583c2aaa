package io.millrace.verifier.math.numeric;

/** What the values of two expressions say of them. */
public enum Agreement {
    SAME,
    DIFFERENT,
    UNKNOWN
}
