package io.millrace.evaluator.monitor;

import static java.util.Objects.requireNonNull;

import io.millrace.evaluator.monitor.Positions.Unread;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** How far each group of the factory is behind, looked up again and again. */
public final class LagMonitor {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<String, Object> kafka;
    private final Consumers consumers;
    private final InstantSource clock;
    private final Map<Reading, Lag> known = new ConcurrentHashMap<>();

    /** @param kafka properties of Kafka's clients */
    public LagMonitor(Map<String, String> kafka, Consumers consumers, InstantSource clock) {
        this.kafka = Map.copyOf(kafka);
        this.consumers = consumers;
        this.clock = clock;
    }

    /** Empty until it was looked up for the first time. */
    public Optional<Lag> of(Reading reading) {
        return Optional.ofNullable(known.get(reading));
    }

    /**
     * Looks up all lags until the thread is interrupted.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer
     */
    void run(Duration every) throws InterruptedException {
        // One record a poll: only the first of each partition counts.
        try (Admin admin = Admin.create(kafka);
                Consumer<byte[], byte[]> consumer = consumers.open(1)) {
            var positions = new Positions(admin);
            while (true) {
                known.putAll(lags(positions.unread(Reading.ALL), consumer));
                Thread.sleep(every);
            }
        }
    }

    private Map<Reading, Lag> lags(
            Map<Reading, Map<TopicPartition, Unread>> unread, Consumer<byte[], byte[]> consumer) {
        Map<Reading, Lag> lags = new HashMap<>();
        unread.forEach((reading, partitions) -> lags.put(reading, lag(partitions, consumer)));
        return lags;
    }

    private Lag lag(Map<TopicPartition, Unread> unread, Consumer<byte[], byte[]> consumer) {
        List<ConsumerRecord<byte[], byte[]>> oldest = firstRecords(unread, consumer);
        long records = 0;
        long now = clock.millis();
        long since = now;
        for (ConsumerRecord<byte[], byte[]> record : oldest) {
            var partition = new TopicPartition(record.topic(), record.partition());
            records += requireNonNull(unread.get(partition)).to() - record.offset();
            since = Math.min(since, record.timestamp());
        }
        return new Lag(records, (now - since) / 1_000.0);
    }

    /** The first record of each partition that was not read; nothing where only the marks of transactions are left. */
    private static List<ConsumerRecord<byte[], byte[]>> firstRecords(
            Map<TopicPartition, Unread> unread, Consumer<byte[], byte[]> consumer) {
        consumer.assign(unread.keySet());
        consumer.resume(unread.keySet());
        unread.forEach((partition, range) -> consumer.seek(partition, range.from()));
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.paused().size() < unread.size() && System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(LOOK)) {
                found.add(record);
                consumer.pause(Set.of(new TopicPartition(record.topic(), record.partition())));
            }
            pauseWhatEnded(unread, consumer);
        }
        return found;
    }

    private static void pauseWhatEnded(Map<TopicPartition, Unread> unread, Consumer<byte[], byte[]> consumer) {
        Collection<TopicPartition> ended = unread.entrySet().stream()
                .filter(entry ->
                        consumer.position(entry.getKey()) >= entry.getValue().to())
                .map(Map.Entry::getKey)
                .toList();
        consumer.pause(ended);
    }
}
