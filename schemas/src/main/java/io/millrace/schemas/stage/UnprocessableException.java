package io.millrace.schemas.stage;

/** A record that work cannot be done on, with what its dead letter shall say. The message never quotes content. */
public final class UnprocessableException extends Exception {

    private final String errorClass;
    private final int attempts;
    private final boolean replayable;

    /**
     * @param errorClass groups failures of one kind, for instance "UnknownStrategy"
     * @param attempts how many times it was tried, at least 1
     * @param replayable whether the same record may succeed later
     */
    public UnprocessableException(String errorClass, String message, int attempts, boolean replayable) {
        super(message);
        this.errorClass = errorClass;
        this.attempts = attempts;
        this.replayable = replayable;
    }

    public String errorClass() {
        return errorClass;
    }

    public int attempts() {
        return attempts;
    }

    public boolean replayable() {
        return replayable;
    }
}
