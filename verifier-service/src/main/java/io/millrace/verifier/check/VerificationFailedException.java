package io.millrace.verifier.check;

/** A candidate that could not be examined because our own equipment is broken, however often it was tried; that is no verdict. */
public final class VerificationFailedException extends Exception {

    private final int attempts;

    VerificationFailedException(String check, Persistence.Finding finding) {
        super(check + ": " + finding.verdict().evidence().text());
        this.attempts = finding.attempts();
    }

    public int attempts() {
        return attempts;
    }
}
