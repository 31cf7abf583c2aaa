package io.millrace.generator.stream;

import io.millrace.generator.recipe.Arrival;
import io.millrace.schemas.stage.StageClients;
import io.millrace.schemas.stage.StageSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what has become of seeds, from the position that was committed with what followed from it. */
final class ArrivalReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivalReader.class);
    private static final String GROUP = "millrace-recipe-results";
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final RecipeCodec codec;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> committed = new HashMap<>();

    ArrivalReader(StageSettings settings, RecipeCodec codec) {
        this.codec = codec;
        this.consumer = new StageClients(GROUP, settings).reader();
    }

    /**
     * Takes its position.
     *
     * @param atEnd whether to begin at the end where no position is known, since no recipe has asked for anything yet
     */
    void begin(boolean atEnd) {
        Set<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        List<TopicPartition> unknown = new ArrayList<>();
        consumer.committed(partitions).forEach((partition, position) -> {
            if (position == null) {
                unknown.add(partition);
            } else {
                consumer.seek(partition, position.offset());
                committed.put(partition, position.offset());
            }
        });
        // Kafka takes none for all.
        if (atEnd && !unknown.isEmpty()) {
            consumer.seekToEnd(unknown);
        } else if (!unknown.isEmpty()) {
            consumer.seekToBeginning(unknown);
        }
    }

    private Set<TopicPartition> partitions() {
        Set<TopicPartition> partitions = new HashSet<>();
        for (String topic : RecipeCodec.ARRIVALS) {
            consumer.partitionsFor(topic)
                    .forEach(part -> partitions.add(new TopicPartition(part.topic(), part.partition())));
        }
        return partitions;
    }

    List<Arrival> poll(Duration wait) {
        List<Arrival> arrivals = new ArrayList<>();
        consumer.poll(wait).forEach(raw -> arrival(raw).ifPresent(arrivals::add));
        return arrivals;
    }

    /** The positions that have moved since they were last committed. */
    Map<TopicPartition, OffsetAndMetadata> moved() {
        Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            long position = consumer.position(partition);
            if (!Long.valueOf(position).equals(committed.get(partition))) {
                moved.put(partition, new OffsetAndMetadata(position));
            }
        }
        return moved;
    }

    /** Notes that positions were committed. */
    void committed(Map<TopicPartition, OffsetAndMetadata> positions) {
        positions.forEach((partition, position) -> committed.put(partition, position.offset()));
    }

    /** The group that the positions belong to. */
    ConsumerGroupMetadata group() {
        return consumer.groupMetadata();
    }

    private Optional<Arrival> arrival(ConsumerRecord<byte[], byte[]> raw) {
        try {
            return codec.arrival(raw);
        } catch (SerializationException e) {
            LOG.atWarn()
                    .addKeyValue("topic", raw.topic())
                    .addKeyValue("partition", raw.partition())
                    .addKeyValue("offset", raw.offset())
                    .log("not a record of its topic; no recipe counts it");
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }
}
