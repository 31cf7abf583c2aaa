package io.millrace.evaluator.stream;

/** The topology cannot answer now, because it starts, moves partitions or has failed; the same question may be answered later. */
public final class NotRunningException extends Exception {

    public NotRunningException() {
        super("the evaluator is not running yet");
    }

    NotRunningException(Exception cause) {
        super("the evaluator is not running yet", cause);
    }
}
