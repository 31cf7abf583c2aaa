package io.millrace.deploy.intake;

/** Something handed in does not fit. The reason says why in a few words, and repeats little of it. */
final class UnfitException extends Exception {

    private final String reason;

    UnfitException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
