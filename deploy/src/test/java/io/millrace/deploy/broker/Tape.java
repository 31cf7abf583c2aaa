package io.millrace.deploy.broker;

import io.millrace.schemas.Topic;
import io.millrace.schemas.wire.RecordSerde;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that was committed to a topic since its beginning. */
final class Tape<V extends SpecificRecord> implements AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(100);

    private final RecordSerde<V> serde;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Entry<V>> entries = new ArrayList<>();

    /** One record with its key. */
    record Entry<V>(String key, V value) {}

    Tape(String bootstrap, Topic<V> topic) {
        this.serde = new RecordSerde<>(topic, new KnownSchemas());
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
    }

    /** Reads on to where the topic ends now, and gives all that was read so far. */
    List<Entry<V>> entries() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(WAIT)) {
                entries.add(new Entry<>(record.key(), serde.decode(record.value())));
            }
        }
        return List.copyOf(entries);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
