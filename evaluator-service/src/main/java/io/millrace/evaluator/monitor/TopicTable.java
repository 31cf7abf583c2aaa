package io.millrace.evaluator.monitor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** What a small topic says of each key, followed to its end at each look. Safe for use by several threads. */
public final class TopicTable<V> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String topic;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Function<byte[], Optional<V>> decoder;
    private final BinaryOperator<V> merging;
    private final Map<String, V> rows = new HashMap<>();
    private @Nullable Consumer<byte[], byte[]> consumer;

    /**
     * A table that has looked at nothing yet.
     *
     * @param consumers opens one without partitions
     * @param decoder gives nothing for a value that cannot be read
     */
    public TopicTable(
            String topic, Supplier<Consumer<byte[], byte[]>> consumers, Function<byte[], Optional<V>> decoder) {
        this(topic, consumers, decoder, (before, now) -> now);
    }

    /**
     * A table that has looked at nothing yet.
     *
     * @param merging what becomes of a row when more is said under its key
     */
    public TopicTable(
            String topic,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Function<byte[], Optional<V>> decoder,
            BinaryOperator<V> merging) {
        this.topic = topic;
        this.merging = merging;
        this.consumers = consumers;
        this.decoder = decoder;
    }

    /**
     * What is said of each key, the last value unless it is merged, by everything that has been committed by now.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer in time
     */
    public synchronized Map<String, V> look() {
        Consumer<byte[], byte[]> reader = consumer == null ? connect() : consumer;
        consumer = reader;
        try {
            followToEnd(reader);
        } catch (RuntimeException e) {
            // A record that was fetched but not noted would never be seen again.
            close();
            throw e;
        }
        return Map.copyOf(rows);
    }

    @Override
    public synchronized void close() {
        Consumer<byte[], byte[]> reader = consumer;
        consumer = null;
        if (reader != null) {
            reader.close();
        }
    }

    private Consumer<byte[], byte[]> connect() {
        rows.clear();
        Consumer<byte[], byte[]> reader = consumers.get();
        List<TopicPartition> partitions = Consumers.partitions(reader, topic);
        if (partitions.isEmpty()) {
            reader.close();
            throw new UnknownTopicOrPartitionException("there is no topic " + topic + " yet");
        }
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        return reader;
    }

    private void followToEnd(Consumer<byte[], byte[]> reader) {
        Map<TopicPartition, Long> ends = reader.endOffsets(reader.assignment());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Consumers.behind(reader, ends)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("topic " + topic + " was not delivered in time");
            }
            reader.poll(POLL).forEach(this::note);
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            rows.remove(key);
        } else {
            decoder.apply(record.value()).ifPresent(row -> rows.merge(key, row, merging));
        }
    }
}
