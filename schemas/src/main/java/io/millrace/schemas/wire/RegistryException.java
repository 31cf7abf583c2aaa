package io.millrace.schemas.wire;

/** The registry did not give what was asked of it. */
public final class RegistryException extends RuntimeException {

    private final boolean retriable;

    /** @param retriable whether the same request may succeed later, for instance because the registry was unreachable */
    public RegistryException(String message, Throwable cause, boolean retriable) {
        super(message, cause);
        this.retriable = retriable;
    }

    public boolean retriable() {
        return retriable;
    }
}
