package io.millrace.generator.llm;

/** A teacher answered, but no candidate can be made of it. The message never holds the answer. */
public final class UnusableAnswerException extends Exception {

    private final String errorClass;

    /**
     * @param errorClass groups failures of one kind, for instance "NotReproduced"
     */
    public UnusableAnswerException(String errorClass, String message) {
        super(message);
        this.errorClass = errorClass;
    }

    public String errorClass() {
        return errorClass;
    }
}
