package io.millrace.evaluator.webhook;

import java.time.Duration;
import java.util.Optional;

/** What came of one attempt to tell an endpoint of an event. */
public sealed interface Reply {

    /** It took it. */
    record Taken() implements Reply {}

    /** It wants no more. */
    record Gone() implements Reply {}

    /**
     * Anything else.
     *
     * @param cause never a text from outside
     * @param retryAfter how long it asked to be left alone
     */
    record Failed(String cause, Optional<Duration> retryAfter) implements Reply {}
}
