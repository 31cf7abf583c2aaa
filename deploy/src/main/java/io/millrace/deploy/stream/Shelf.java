package io.millrace.deploy.stream;

import static java.util.Objects.requireNonNull;

import io.millrace.schemas.Topic;
import io.millrace.schemas.wire.RecordSerde;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * All records that were on a topic, or on a part of it, when the reading began, one partition after the other; what is no record of
 * its kind is passed over.
 */
public final class Shelf<V extends SpecificRecord> implements Iterator<Shelf.Entry<V>>, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String topic;
    private final RecordSerde<V> serde;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Stretch> stretches;
    private final Queue<Stretch> ahead;
    private final Queue<Fetched<V>> fetched = new ArrayDeque<>();
    private @Nullable Stretch current;
    private final Consumer<String> removed;
    private long passedOver;

    /** A record and where it lies. */
    public record Entry<V>(int partition, long offset, V value) {}

    /** A record, or the key of those that are removed, whose turn has not come. */
    private record Fetched<V>(
            @Nullable String removed, @Nullable Entry<V> entry) {}

    public Shelf(Connection connection, Topic<V> topic) {
        this(connection, topic, Extent.WHOLE);
    }

    public Shelf(Connection connection, Topic<V> topic, Extent extent) {
        this(connection, topic, extent, key -> {});
    }

    /** Tells apart from the records which keys were removed, each at its place in the order. */
    public static <V extends SpecificRecord> Shelf<V> withTombstones(
            Connection connection, Topic<V> topic, Consumer<String> removed) {
        return new Shelf<>(connection, topic, Extent.WHOLE, removed);
    }

    private Shelf(Connection connection, Topic<V> topic, Extent extent, Consumer<String> removed) {
        this.removed = removed;
        this.topic = topic.name();
        this.serde = connection.serde(topic);
        this.consumer = connection.consumer();
        try {
            this.stretches = extent.on(this.topic, consumer);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
        this.ahead = new ArrayDeque<>(stretches);
    }

    /** What is read. */
    public List<Stretch> stretches() {
        return stretches;
    }

    /** Records so far that are none of their kind. */
    public long passedOver() {
        return passedOver;
    }

    @Override
    public boolean hasNext() {
        tellRemoved();
        for (Stretch stretch = unread(); fetched.isEmpty() && stretch != null; stretch = unread()) {
            for (ConsumerRecord<byte[], byte[]> raw : consumer.poll(POLL)) {
                take(raw, stretch.to());
            }
            tellRemoved();
        }
        return !fetched.isEmpty();
    }

    private void tellRemoved() {
        Fetched<V> first = fetched.peek();
        while (first != null && first.removed() != null) {
            removed.accept(first.removed());
            fetched.remove();
            first = fetched.peek();
        }
    }

    /** The stretch of which something is to be read yet; null where there is none. */
    private @Nullable Stretch unread() {
        while (current == null || consumer.position(partition(current)) >= current.to()) {
            current = ahead.poll();
            if (current == null) {
                return null;
            }
            consumer.assign(List.of(partition(current)));
            consumer.seek(partition(current), current.from());
        }
        return current;
    }

    private TopicPartition partition(Stretch stretch) {
        return new TopicPartition(topic, stretch.partition());
    }

    @Override
    public Entry<V> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return requireNonNull(fetched.remove().entry());
    }

    private void take(ConsumerRecord<byte[], byte[]> raw, long end) {
        if (raw.offset() >= end) {
            return;
        }
        if (raw.value() == null && raw.key() != null) {
            fetched.add(new Fetched<>(new String(raw.key(), StandardCharsets.UTF_8), null));
        }
        if (raw.value() == null) {
            return;
        }
        try {
            fetched.add(new Fetched<>(null, new Entry<>(raw.partition(), raw.offset(), serde.decode(raw.value()))));
        } catch (SerializationException e) {
            passedOver++;
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
