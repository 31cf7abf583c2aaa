package io.millrace.verifier.code;

import java.io.Serial;

/** This machine cannot run foreign code safely. */
public final class RefusedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final String why;

    RefusedException(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
