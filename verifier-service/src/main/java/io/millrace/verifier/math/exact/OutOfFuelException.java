package io.millrace.verifier.math.exact;

/** A comparison that takes more work than it is worth. */
public final class OutOfFuelException extends RuntimeException {

    OutOfFuelException() {
        super("out of fuel", null, false, false);
    }
}
