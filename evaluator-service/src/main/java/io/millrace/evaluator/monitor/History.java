package io.millrace.evaluator.monitor;

import io.millrace.schemas.VerdictKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;

/** The tallies of the last minute, from which follows how fast things go. */
final class History {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration RATE_OVER = Duration.ofSeconds(5);

    private final Deque<Entry> entries = new ArrayDeque<>();

    private record Entry(Instant at, Tally tally) {}

    synchronized void add(Instant at, Tally tally) {
        entries.addLast(new Entry(at, tally));
        while (entries.getFirst().at().isBefore(at.minus(KEPT))) {
            entries.removeFirst();
        }
    }

    synchronized Optional<Tally> latest() {
        return Optional.ofNullable(entries.peekLast()).map(Entry::tally);
    }

    /** Records of a stage in one second, over the last few. */
    synchronized double rate(String stage) {
        if (entries.isEmpty()) {
            return 0;
        }
        Entry last = entries.getLast();
        Entry first = since(last.at().minus(RATE_OVER));
        double seconds = Duration.between(first.at(), last.at()).toMillis() / 1_000.0;
        return seconds == 0 ? 0 : (last.tally().stage(stage) - first.tally().stage(stage)) / seconds;
    }

    /** The accepted share of the verdicts of the last minute; empty if there were none. */
    synchronized OptionalDouble acceptRate() {
        if (entries.isEmpty()) {
            return OptionalDouble.empty();
        }
        Tally first = entries.getFirst().tally();
        Tally last = entries.getLast().tally();
        long verdicts = last.allVerdicts() - first.allVerdicts();
        long accepted = last.verdicts(VerdictKind.ACCEPTED) - first.verdicts(VerdictKind.ACCEPTED);
        return verdicts == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) accepted / verdicts);
    }

    private Entry since(Instant start) {
        return entries.stream()
                .filter(entry -> !entry.at().isBefore(start))
                .findFirst()
                .orElseThrow();
    }
}
