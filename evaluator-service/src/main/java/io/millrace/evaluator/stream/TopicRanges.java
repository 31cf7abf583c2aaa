package io.millrace.evaluator.stream;

import io.millrace.schemas.Coordinates;
import io.millrace.schemas.OffsetRange;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads ranges of a topic back from Kafka, each through a consumer of its own that belongs to no group. */
public final class TopicRanges<V> {

    private static final Logger LOG = LoggerFactory.getLogger(TopicRanges.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Function<byte[], V> decoder;
    private final Duration patience;

    /**
     * @param consumers new consumers that read committed records only
     * @param decoder throws {@link SerializationException} for bytes that are no record; those are passed over
     * @param patience how long the broker may give nothing before reading fails with a {@link TimeoutException}
     */
    public TopicRanges(Supplier<Consumer<byte[], byte[]>> consumers, Function<byte[], V> decoder, Duration patience) {
        this.consumers = consumers;
        this.decoder = decoder;
        this.patience = patience;
    }

    /** All records of a partition up to and with the one at a place. */
    public Stream<V> upTo(Coordinates place) {
        return read(new OffsetRange(place.getTopic(), place.getPartition(), 0L, place.getOffset() + 1, 0L));
    }

    /** The records of the range, in their order; to be closed after use. */
    public Stream<V> read(OffsetRange range) {
        Consumer<byte[], byte[]> consumer = consumers.get();
        var partition = new TopicPartition(range.getTopic(), range.getPartition());
        consumer.assign(Set.of(partition));
        consumer.seek(partition, range.getFrom());
        var records = new Reading(consumer, partition, range.getTo());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(records, Spliterator.ORDERED), false)
                .onClose(consumer::close);
    }

    /** One range being read; holds one poll's records at a time. */
    private final class Reading implements Iterator<V> {

        private final Consumer<byte[], byte[]> consumer;
        private final TopicPartition partition;
        private final long end;
        private final Queue<V> fetched = new ArrayDeque<>();

        Reading(Consumer<byte[], byte[]> consumer, TopicPartition partition, long end) {
            this.consumer = consumer;
            this.partition = partition;
            this.end = end;
        }

        @Override
        public boolean hasNext() {
            long idleSince = System.nanoTime();
            while (fetched.isEmpty() && consumer.position(partition) < end) {
                long before = consumer.position(partition);
                fetch();
                if (consumer.position(partition) > before) {
                    idleSince = System.nanoTime();
                } else if (System.nanoTime() - idleSince > patience.toNanos()) {
                    throw new TimeoutException(
                            "No record of " + partition + " from offset " + before + " came in time");
                }
            }
            return !fetched.isEmpty();
        }

        private void fetch() {
            List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(partition);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (record.offset() < end && record.value() != null) {
                    decode(record);
                }
            }
        }

        private void decode(ConsumerRecord<byte[], byte[]> record) {
            try {
                fetched.add(decoder.apply(record.value()));
            } catch (SerializationException e) {
                LOG.atWarn()
                        .addKeyValue("partition", partition)
                        .addKeyValue("offset", record.offset())
                        .log("not a record of its topic");
            }
        }

        @Override
        public V next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return fetched.remove();
        }
    }
}
