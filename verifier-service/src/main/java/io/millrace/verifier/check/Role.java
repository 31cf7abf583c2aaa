package io.millrace.verifier.check;

/** What the verdict of a check does to a candidate. */
public enum Role {
    /** Its fault rejects, and its pass earns acceptance. */
    DECIDES,
    /** Its fault rejects, but its pass alone earns nothing. */
    SCREENS,
    /** It stands in the receipt only. */
    INFORMS
}
