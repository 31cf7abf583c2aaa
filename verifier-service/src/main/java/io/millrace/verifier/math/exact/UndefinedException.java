package io.millrace.verifier.math.exact;

/** An expression that has no value, such as a division by zero. */
public final class UndefinedException extends RuntimeException {

    public UndefinedException(String why) {
        super(why, null, false, false);
    }
}
