package io.millrace.verifier.check;

/** A candidate that could not be examined because our own equipment is broken; it deserves another try, not a verdict. */
public final class VerificationFailedException extends Exception {

    VerificationFailedException(String check, Evidence evidence) {
        super(check + ": " + evidence.text());
    }
}
