package io.millrace.schemas;

import org.apache.avro.util.ClassSecurityValidator;

/** The leave that Avro needs to instantiate our generated classes: it refuses those outside the packages it was told to trust. */
public final class TrustedRecords {

    private TrustedRecords() {}

    /** Gives the leave. Naming a {@link Topic} gives it too; this is for programs that build records without one. */
    public static void allow() {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals("io.millrace.schemas")));
    }
}
