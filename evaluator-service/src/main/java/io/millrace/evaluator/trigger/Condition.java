package io.millrace.evaluator.trigger;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A measure with two marks: it fires at the one, and does not fire again before it has fallen back behind the other.
 *
 * @param below whether it fires below its mark, not from it on
 */
public record Condition(Measure measure, double fires, double rearms, boolean below) {

    /** @throws IllegalArgumentException if the marks are the wrong way round */
    public Condition {
        if (below ? rearms < fires : rearms > fires) {
            throw new IllegalArgumentException("a condition cannot fall back behind a mark that it fires at");
        }
    }

    /** One that fires from a mark on. */
    public static Condition from(Measure measure, double fires, double rearms) {
        return new Condition(measure, fires, rearms, false);
    }

    /** One that fires from a mark on, and falls back behind the same. */
    static Condition at(Measure measure, long mark) {
        return from(measure, (double) mark, (double) mark);
    }

    boolean holds(Standing standing, Instant now) {
        OptionalDouble value = measure.of(standing, now);
        return value.isPresent() && (below ? value.getAsDouble() < fires : value.getAsDouble() >= fires);
    }

    /** Where there is no value, nothing is known to have fallen back. */
    boolean fellBack(Standing standing, Instant now) {
        OptionalDouble value = measure.of(standing, now);
        return value.isPresent() && (below ? value.getAsDouble() >= rearms : value.getAsDouble() < rearms);
    }
}
