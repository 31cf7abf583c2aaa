package io.millrace.verifier.math.compare;

/** What a comparison came to. */
public enum Result {
    EQUAL,
    NOT_EQUAL,
    UNDECIDED
}
