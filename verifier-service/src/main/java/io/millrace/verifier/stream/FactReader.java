package io.millrace.verifier.stream;

import io.millrace.schemas.Fact;
import io.millrace.schemas.FactKey;
import io.millrace.schemas.Topic;
import io.millrace.schemas.wire.RecordSerde;
import io.millrace.schemas.wire.RegistryException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Reads the topic of facts once from its beginning, and on. For one thread. */
final class FactReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final RecordSerde<Fact> serde;
    private final HeldFacts facts;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> ends;

    /**
     * Stands at the beginning of the topic.
     *
     * @param consumer reads what is committed only, and has no partitions yet
     */
    FactReader(Consumer<byte[], byte[]> consumer, RecordSerde<Fact> serde, HeldFacts facts) {
        this.consumer = consumer;
        this.serde = serde;
        this.facts = facts;
        this.partitions = partitions();
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("there is no topic of facts");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.ends = consumer.endOffsets(partitions);
        facts.restart();
    }

    /**
     * Reads some more.
     *
     * @return false where the reading has to begin anew, or cannot go on
     * @throws RegistryException if a schema cannot be had now
     */
    boolean read() {
        List<HeldFacts.Change> changes = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> raw : consumer.poll(POLL)) {
            if (raw.key() != null) {
                changes.add(change(raw));
            }
        }
        boolean end = ends.entrySet().stream().allMatch(one -> consumer.position(one.getKey()) >= one.getValue());
        return facts.take(changes, position(), end);
    }

    /** Whether the topic has other partitions than those that are read. */
    boolean outgrown() {
        return !partitions().equals(partitions);
    }

    private List<TopicPartition> partitions() {
        return consumer.partitionsFor(Topic.FACTS.name()).stream()
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .sorted((one, other) -> Integer.compare(one.partition(), other.partition()))
                .toList();
    }

    private String position() {
        return partitions.stream()
                .map(partition -> partition.partition() + ":" + consumer.position(partition))
                .collect(Collectors.joining(" ", Topic.FACTS.name() + " ", ""));
    }

    /** What cannot be read, or stands under a key that is not its own, says at least that the fact before it holds no more. */
    private HeldFacts.Change change(ConsumerRecord<byte[], byte[]> raw) {
        String key = new String(raw.key(), StandardCharsets.UTF_8);
        @Nullable
        Fact fact = Optional.ofNullable(raw.value())
                .flatMap(serde::decodeIfReadable)
                .orElse(null);
        boolean own = fact != null && FactKey.of(fact).equals(key);
        return new HeldFacts.Change(key, own ? fact : null, raw.key().length + (own ? raw.value().length : 0));
    }
}
