package io.millrace.verifier.factuality;

/** A reference table that cannot be asked, or did not answer in time. */
public final class ReferenceException extends Exception {

    private final boolean timedOut;

    public ReferenceException(String why, boolean timedOut) {
        super(why);
        this.timedOut = timedOut;
    }

    ReferenceException(Throwable cause, boolean timedOut) {
        super(cause.getClass().getName(), cause);
        this.timedOut = timedOut;
    }

    boolean timedOut() {
        return timedOut;
    }
}
