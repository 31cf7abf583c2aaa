package io.millrace.deploy.run;

import io.millrace.deploy.account.Outcomes;
import io.millrace.deploy.account.Report;
import io.millrace.deploy.account.Tally;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.Feed;
import io.millrace.deploy.stream.Progress;
import io.millrace.deploy.stream.Watch;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One submission, from the first record sent until every outcome is found or nothing moves any more. */
public final class Run {

    private final Connection connection;
    private final String submission;
    private final Map<String, Integer> samples;
    private final Tally tally;
    private final Outcomes observers;

    /**
     * A run that has not begun.
     *
     * @param samples how many outcomes each seed has, by its id
     * @param knownWrong whether a candidate must not be accepted
     * @param observer is told of every outcome too
     */
    public Run(
            Connection connection,
            String submission,
            Map<String, Integer> samples,
            Predicate<Candidate> knownWrong,
            Outcomes observer) {
        this.connection = connection;
        this.submission = submission;
        this.samples = samples;
        this.tally = new Tally(samples, knownWrong);
        this.observers = new Both(tally, observer);
    }

    /** Sees how the run is getting on, several times a second. */
    @FunctionalInterface
    public interface Listener {

        void at(Progress progress, Tally tally, Duration elapsed);
    }

    /**
     * Sends the records and waits for their outcomes.
     *
     * @param patience how long nothing may happen before the rest is given up as unaccounted for
     */
    public <V extends SpecificRecord> Report send(
            Topic<V> topic, Stream<V> records, Function<V, String> seedId, Duration patience, Listener listener) {
        List<Topic<?>> topics = new ArrayList<>(Watch.TOPICS);
        topics.add(topic);
        connection.ensure(topics.stream().distinct().toList());
        try (var watch = new Watch(connection, submission, samples.keySet(), observers)) {
            long start = System.nanoTime();
            CompletableFuture<Void> sending =
                    CompletableFuture.runAsync(() -> sendAll(topic, records, seedId), Thread::startVirtualThread);
            watch.until(
                    () -> tally.complete() || sending.isCompletedExceptionally(),
                    patience,
                    progress -> listener.at(progress, tally, since(start)));
            double elapsedSeconds = since(start).toMillis() / 1_000.0;
            join(sending);
            watch.catchUp();
            return tally.report(elapsedSeconds);
        }
    }

    private <V extends SpecificRecord> void sendAll(Topic<V> topic, Stream<V> records, Function<V, String> seedId) {
        try (var feed = new Feed<>(connection, topic)) {
            records.forEach(value -> feed.send(seedId.apply(value), value));
        }
    }

    private static void join(CompletableFuture<Void> sending) {
        try {
            sending.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Tells two what happens. */
    private record Both(Outcomes first, Outcomes second) implements Outcomes {

        @Override
        public void evaluated(Evaluated evaluated) {
            first.evaluated(evaluated);
            second.evaluated(evaluated);
        }

        @Override
        public void deadLettered(Seed seed, @Nullable Candidate candidate, DeadLetter letter) {
            first.deadLettered(seed, candidate, letter);
            second.deadLettered(seed, candidate, letter);
        }
    }
}
