package io.millrace.deploy.intake;

/** Something handed in does not fit. The reason says why in a few words, and repeats little of it. */
public final class UnfitException extends Exception {

    private final String reason;

    public UnfitException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
