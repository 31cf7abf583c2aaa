package io.millrace.schemas.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Leaves an endpoint alone that failed several times in a row: it opens for a while, and then a single trial decides whether it closes
 * again. Not for use by several threads.
 */
final class CircuitBreaker {

    private final int maxFaults;
    private final Duration rest;
    private int faults;
    private @Nullable Instant openUntil;
    private boolean tried;

    CircuitBreaker(int maxFaults, Duration rest) {
        this.maxFaults = maxFaults;
        this.rest = rest;
    }

    /** Refuses a request while it is open, or while the trial is under way. */
    void check(Instant now) throws FaultException {
        if (openUntil != null && (tried || now.isBefore(openUntil))) {
            Optional<Duration> wait = tried ? Optional.empty() : Optional.of(Duration.between(now, openUntil));
            throw new FaultException(Fault.CIRCUIT_OPEN, "the endpoint failed several times in a row and rests", wait);
        }
    }

    /** Lets a request through, and tells whether it is the trial. */
    boolean admit(Instant now) throws FaultException {
        check(now);
        tried = openUntil != null;
        return tried;
    }

    /** The endpoint did its part. */
    void worked(boolean trial) {
        if (trial || openUntil == null) {
            openUntil = null;
            tried = false;
            faults = 0;
        }
    }

    /** The endpoint did not do its part; tells whether this opens the breaker. */
    boolean failed(boolean trial, Instant now) {
        boolean opens = trial || (openUntil == null && ++faults >= maxFaults);
        if (opens) {
            openUntil = now.plus(rest);
            tried = false;
        }
        return opens;
    }

    /** Nothing was learned of the endpoint. */
    void abandoned(boolean trial) {
        if (trial) {
            tried = false;
        }
    }
}
