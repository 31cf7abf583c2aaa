package io.millrace.verifier.math.compare;

/** What came of an attempt to compare two written answers. */
public sealed interface Outcome {

    /** They could be compared. */
    record Compared(Comparison comparison) implements Outcome {}

    /** The expected answer cannot be read. */
    record UnreadableExpected(String why) implements Outcome {}

    /**
     * The given answer cannot be read.
     *
     * @param mathematical whether it seems to be mathematics of a kind that is not understood here
     */
    record UnreadableGiven(String why, boolean mathematical) implements Outcome {}
}
