package io.millrace.evaluator.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Who looks at which record, so that two people are not given the same at once. It is a courtesy of one process: what both say counts by
 * its own rules. Everybody has one record at most.
 */
final class Leases {

    private static final Duration LASTS = Duration.ofMinutes(10);

    private final InstantSource clock;

    /** By reviewer. */
    private final Map<String, Lease> held = new HashMap<>();

    private record Lease(String candidateId, Instant until) {}

    Leases(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether nobody but this reviewer looks at the record. */
    private boolean free(String candidateId, String reviewer) {
        Instant now = clock.instant();
        held.values().removeIf(lease -> !lease.until().isAfter(now));
        return held.entrySet().stream()
                .noneMatch(lease -> lease.getValue().candidateId().equals(candidateId)
                        && !lease.getKey().equals(reviewer));
    }

    /** Gives the record to the reviewer, who gives back any other; false where somebody else was faster. */
    synchronized boolean take(String candidateId, String reviewer) {
        if (!free(candidateId, reviewer)) {
            return false;
        }
        held.put(reviewer, new Lease(candidateId, clock.instant().plus(LASTS)));
        return true;
    }

    synchronized void giveBack(String reviewer) {
        held.remove(reviewer);
    }
}
