package io.millrace.verifier.code;

import java.io.Serial;

/** Something that was to be plain data is not, or not within its bounds. */
final class NotDataException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    NotDataException(String message) {
        super(message, null, false, false);
    }
}
