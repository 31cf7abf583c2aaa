package io.millrace.evaluator.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The newest records of a topic, read again only when it has grown. Safe for use by several threads. */
public final class TopicTail<T> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Marks of transactions use offsets too, at worst one for each record. */
    private static final int OFFSETS_PER_RECORD = 2;

    private final Consumers consumers;
    private final String topic;
    private final int max;
    private final Function<byte[], Optional<T>> decoder;

    private @Nullable Consumer<byte[], byte[]> consumer;
    private Map<TopicPartition, Long> seen = Map.of();
    private List<T> newest = List.of();

    /**
     * @param max how many records are wanted at most
     * @param decoder gives nothing for a value that cannot be read
     */
    public TopicTail(Consumers consumers, String topic, int max, Function<byte[], Optional<T>> decoder) {
        this.consumers = consumers;
        this.topic = topic;
        this.max = max;
        this.decoder = decoder;
    }

    /**
     * The newest first.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer
     */
    public synchronized List<T> newest() {
        Consumer<byte[], byte[]> reader = consumer == null ? consumers.open(max) : consumer;
        consumer = reader;
        List<TopicPartition> partitions = Consumers.partitions(reader, topic);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
        if (!ends.equals(seen)) {
            newest = read(reader, ends).stream()
                    .sorted(Comparator.<ConsumerRecord<?, ?>>comparingLong(ConsumerRecord::timestamp)
                            .reversed())
                    .limit(max)
                    .map(ConsumerRecord::value)
                    .flatMap(value -> decoder.apply(value).stream())
                    .toList();
            seen = ends;
        }
        return newest;
    }

    @Override
    public synchronized void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> read(Consumer<byte[], byte[]> reader, Map<TopicPartition, Long> ends) {
        reader.assign(ends.keySet());
        ends.forEach((partition, end) -> reader.seek(partition, Math.max(0, end - OFFSETS_PER_RECORD * (long) max)));
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Consumers.behind(reader, ends) && System.nanoTime() < deadline) {
            reader.poll(POLL).forEach(records::add);
        }
        return records;
    }
}
