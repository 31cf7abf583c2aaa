package io.millrace.schemas.model;

/** No answer came from a model. The message never holds a prompt, an answer or a key. */
public final class ModelException extends Exception {

    private final String errorClass;
    private final int attempts;
    private final boolean replayable;

    /**
     * @param errorClass groups failures of one kind, for instance "RateLimited"
     * @param attempts how many times it was tried to ask the model
     * @param replayable whether the same question may succeed later
     */
    public ModelException(String errorClass, String message, int attempts, boolean replayable) {
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
