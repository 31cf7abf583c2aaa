package io.millrace.verifier.constraint;

/** Whether one constraint is followed. */
enum Finding {
    MET,
    VIOLATED,
    /** Two fair ways to count, or to read, come to different ends. */
    UNDECIDED;

    static Finding of(boolean met) {
        return met ? MET : VIOLATED;
    }
}
