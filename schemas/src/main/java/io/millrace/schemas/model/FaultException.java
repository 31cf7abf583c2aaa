package io.millrace.schemas.model;

import java.time.Duration;
import java.util.Optional;

/** One attempt failed. The message never holds anything of the request or the response beyond its status. */
public final class FaultException extends Exception {

    private final Fault fault;
    private final transient Optional<Duration> retryAfter;

    FaultException(Fault fault, String message) {
        this(fault, message, Optional.empty());
    }

    FaultException(Fault fault, String message, Optional<Duration> retryAfter) {
        super(message);
        this.fault = fault;
        this.retryAfter = retryAfter;
    }

    /** An answer that is not what was asked for. */
    public static FaultException malformed(String message) {
        return new FaultException(Fault.MALFORMED, message);
    }

    Fault fault() {
        return fault;
    }

    boolean retried() {
        return fault.retried();
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** What the asker is told when this was the last attempt. */
    ModelException after(int attempts) {
        return new ModelException(fault.label(), String.valueOf(getMessage()), attempts, fault.replayable());
    }
}
