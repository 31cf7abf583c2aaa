package io.millrace.evaluator.score;

/** Between which values a scorer's lie, both included. */
public record Range(double least, double most) {

    /** That of a share. */
    static final Range SHARE = new Range(0, 1);

    boolean includes(double value) {
        return least <= value && value <= most;
    }
}
