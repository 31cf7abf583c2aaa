package io.millrace.deploy.stream;

import io.millrace.schemas.Topic;
import io.millrace.schemas.wire.RecordSerde;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/** All records that were on a topic when the reading began; what is no record of its kind is passed over. */
public final class Shelf<V extends SpecificRecord> implements Iterator<Shelf.Entry<V>>, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final RecordSerde<V> serde;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;
    private final Queue<Entry<V>> fetched = new ArrayDeque<>();

    /** A record and where it lies. */
    public record Entry<V>(int partition, long offset, V value) {}

    public Shelf(Connection connection, Topic<V> topic) {
        this.serde = connection.serde(topic);
        this.consumer = connection.consumer();
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.ends = consumer.endOffsets(partitions);
    }

    @Override
    public boolean hasNext() {
        while (fetched.isEmpty()
                && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::take);
        }
        return !fetched.isEmpty();
    }

    @Override
    public Entry<V> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return fetched.remove();
    }

    private void take(ConsumerRecord<byte[], byte[]> raw) {
        if (raw.value() == null) {
            return;
        }
        try {
            fetched.add(new Entry<>(raw.partition(), raw.offset(), serde.decode(raw.value())));
        } catch (SerializationException e) {
            // Somebody else's bytes.
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
