package io.millrace.evaluator.monitor;

import io.millrace.schemas.Coordinates;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches single records by their place. Safe for use by several threads, which take turns. */
public final class RecordReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumers consumers;
    private final Duration patience;
    private @Nullable Consumer<byte[], byte[]> consumer;

    /** @param patience how long to wait for the brokers */
    public RecordReader(Consumers consumers, Duration patience) {
        this.consumers = consumers;
        this.patience = patience;
    }

    /**
     * The value of the record, or nothing if it is no longer there.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer in time
     */
    public synchronized Optional<byte[]> read(Coordinates place) {
        Consumer<byte[], byte[]> reader = consumer == null ? consumers.open(1) : consumer;
        consumer = reader;
        var partition = new TopicPartition(place.getTopic(), place.getPartition());
        reader.assign(List.of(partition));
        reader.seek(partition, place.getOffset());
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                return record.offset() == place.getOffset() ? Optional.of(record.value()) : Optional.empty();
            }
        }
        throw new TimeoutException("the record was not delivered in time");
    }

    @Override
    public synchronized void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }
}
