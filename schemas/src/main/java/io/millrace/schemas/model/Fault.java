package io.millrace.schemas.model;

/** Why one attempt to get an answer failed, and what follows from that. */
enum Fault {
    RATE_LIMITED("RateLimited", true, true),
    SERVER_ERROR("ServerError", true, true),
    UNAVAILABLE("ServerError", true, true),
    TIMEOUT("Timeout", true, true),
    UNREACHABLE("Unreachable", true, true),
    CIRCUIT_OPEN("CircuitOpen", true, true),
    TRUNCATED("Truncated", true, true),
    MALFORMED("Malformed", true, true),
    UNAUTHORIZED("Unauthorized", false, true),
    REDIRECTED("Redirected", false, true),
    TOO_LONG("TooLong", false, false),
    BAD_REQUEST("BadRequest", false, false);

    private final String label;
    private final boolean retried;
    private final boolean replayable;

    Fault(String label, boolean retried, boolean replayable) {
        this.label = label;
        this.retried = retried;
        this.replayable = replayable;
    }

    String label() {
        return label;
    }

    /** Whether asking again soon may help. */
    boolean retried() {
        return retried;
    }

    /** Whether asking again later may help, once somebody has seen to the cause. */
    boolean replayable() {
        return replayable;
    }

    /** Whether the endpoint has more to do than it can. */
    boolean overload() {
        return this == RATE_LIMITED || this == UNAVAILABLE;
    }

    /** Whether the endpoint may be out of order, whatever it is asked. */
    boolean outage() {
        return this == SERVER_ERROR || this == UNAVAILABLE || this == TIMEOUT || this == UNREACHABLE;
    }

    /** The fault that an HTTP status other than success stands for. */
    static Fault ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> UNAUTHORIZED;
            case 408 -> TIMEOUT;
            case 429 -> RATE_LIMITED;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? SERVER_ERROR : status >= 400 ? BAD_REQUEST : REDIRECTED;
        };
    }
}
