package io.millrace.deploy.console;

/** Something that an operator can put right. The message is whole sentences, shown without a stack trace. */
public final class OperatorException extends RuntimeException {

    public OperatorException(String message) {
        super(message);
    }

    public OperatorException(String message, Throwable cause) {
        super(message, cause);
    }
}
