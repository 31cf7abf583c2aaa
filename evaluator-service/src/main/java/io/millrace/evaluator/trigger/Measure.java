package io.millrace.evaluator.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** What a condition looks at: a number that a dataset has at some time, or has not yet. */
public sealed interface Measure {

    /** As it is called in events. */
    String name();

    OptionalDouble of(Standing standing, Instant now);

    /** Records kept since the last version. */
    record Kept() implements Measure {

        @Override
        public String name() {
            return "kept";
        }

        @Override
        public OptionalDouble of(Standing standing, Instant now) {
            return OptionalDouble.of((double) standing.kept());
        }
    }

    /** Seconds since the last version, or since the first record where there is none. */
    record Elapsed() implements Measure {

        @Override
        public String name() {
            return "every";
        }

        @Override
        public OptionalDouble of(Standing standing, Instant now) {
            return seconds(standing.lastCutAt().or(standing::oldest), now);
        }
    }

    /**
     * Seconds since a version was due by the clock; below 0 until then.
     *
     * @param following the next time on the schedule after a given one
     */
    record Overdue(UnaryOperator<Instant> following) implements Measure {

        @Override
        public String name() {
            return "cron";
        }

        @Override
        public OptionalDouble of(Standing standing, Instant now) {
            return seconds(standing.lastCutAt().or(standing::oldest).map(following), now);
        }
    }

    /** Seconds since the oldest record was kept that is in no version; 0 where there is none. */
    record Age() implements Measure {

        @Override
        public String name() {
            return "age";
        }

        @Override
        public OptionalDouble of(Standing standing, Instant now) {
            return seconds(standing.oldest().or(() -> Optional.of(now)), now);
        }
    }

    /**
     * How far the kept share has moved, up or down, from that of the version before.
     *
     * @param atLeast records that must have been judged
     */
    record KeptShareChange(long atLeast) implements Measure {

        @Override
        public String name() {
            return "acceptRateChange";
        }

        @Override
        public OptionalDouble of(Standing standing, Instant now) {
            OptionalDouble before = standing.keptShareBefore();
            OptionalDouble share = standing.keptShare();
            return standing.judged() >= atLeast && before.isPresent() && share.isPresent()
                    ? OptionalDouble.of(Math.abs(share.getAsDouble() - before.getAsDouble()))
                    : OptionalDouble.empty();
        }
    }

    /**
     * The Population Stability Index against a reference that does not change.
     *
     * @param reference the first version where none is given
     * @param atLeast records that must have been kept
     */
    record Drift(Dimension dimension, Optional<Distribution> reference, long atLeast) implements Measure {

        @Override
        public String name() {
            return "drift." + dimension.label();
        }

        @Override
        public OptionalDouble of(Standing standing, Instant now) {
            return standing.kept() < atLeast
                    ? OptionalDouble.empty()
                    : standing.drift(
                            dimension,
                            reference.or(() ->
                                    Optional.ofNullable(standing.reference().get(dimension))));
        }
    }

    /** The distinct share of word 4-grams in the last full window. */
    record Distinct4() implements Measure {

        @Override
        public String name() {
            return "distinct4";
        }

        @Override
        public OptionalDouble of(Standing standing, Instant now) {
            return standing.variety().distinct();
        }
    }

    /** How much the kept records of the last full window repeat each other. */
    record SelfBleu() implements Measure {

        @Override
        public String name() {
            return "selfBleu";
        }

        @Override
        public OptionalDouble of(Standing standing, Instant now) {
            return standing.likeness().selfBleu();
        }
    }

    /** How many wholly different wordings would be as diverse as those in the last full window. */
    record WordVendi() implements Measure {

        @Override
        public String name() {
            return "wordVendi";
        }

        @Override
        public OptionalDouble of(Standing standing, Instant now) {
            return standing.likeness().wordVendi();
        }
    }

    private static OptionalDouble seconds(Optional<Instant> since, Instant now) {
        return since.map(start -> OptionalDouble.of(Duration.between(start, now).toMillis() / 1_000.0))
                .orElse(OptionalDouble.empty());
    }
}
