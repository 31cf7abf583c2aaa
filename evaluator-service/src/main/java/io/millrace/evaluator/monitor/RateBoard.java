package io.millrace.evaluator.monitor;

import io.millrace.schemas.Rate;
import io.millrace.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The counts of the whole factory, followed in the topic that every instance of the evaluator writes its own to, so that each
 * instance knows all of them.
 */
public final class RateBoard {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration REMEMBER_EVERY = Duration.ofSeconds(1);
    private static final int MAX_RECORDS = 2_000;

    private final Consumers consumers;
    private final Function<byte[], Optional<Rate>> decoder;
    private final InstantSource clock;
    private final History history = new History();

    /** @param decoder gives nothing for a value that cannot be read */
    public RateBoard(Consumers consumers, Function<byte[], Optional<Rate>> decoder, InstantSource clock) {
        this.consumers = consumers;
        this.decoder = decoder;
        this.clock = clock;
    }

    /** Empty until the topic was read to its end for the first time. */
    public Optional<Tally> tally() {
        return history.latest();
    }

    /** Records of a stage in one second, over the last few. */
    public double rate(String stage) {
        return history.rate(stage);
    }

    /** The accepted share of the verdicts of the last minute; empty if there were none. */
    public OptionalDouble acceptRate() {
        return history.acceptRate();
    }

    /**
     * Follows the topic until the thread is interrupted; returns at once if there is no such topic yet.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer
     */
    void run() throws InterruptedException {
        Map<String, Rate> rows = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = consumers.open(MAX_RECORDS)) {
            List<TopicPartition> partitions = Consumers.partitions(consumer, Topic.RATES.name());
            if (partitions.isEmpty()) {
                return;
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Instant due = Instant.EPOCH;
            boolean whole = false;
            while (!Thread.interrupted()) {
                consumer.poll(POLL).forEach(record -> note(record, rows));
                whole = whole || !Consumers.behind(consumer, ends);
                Instant now = clock.instant();
                if (whole && !now.isBefore(due)) {
                    history.add(now, Tally.of(rows.values()));
                    due = now.plus(REMEMBER_EVERY);
                }
            }
            throw new InterruptedException();
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> record, Map<String, Rate> rows) {
        Optional.ofNullable(record.value())
                .flatMap(decoder)
                .filter(rate -> rate.getWindowStart().equals(Instant.EPOCH))
                .ifPresent(rate -> rows.put(new String(record.key(), StandardCharsets.UTF_8), rate));
    }
}
