package io.millrace.verifier.code;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The sandbox failed, again and again; the program is not to blame. */
public final class SandboxException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    SandboxException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
