package io.millrace.verifier.code.value;

import java.io.Serial;

/** Something that was to be plain data is not, or not within its bounds. */
public final class NotDataException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    public NotDataException(String message) {
        super(message, null, false, false);
    }
}
