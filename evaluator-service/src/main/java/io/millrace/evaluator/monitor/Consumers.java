package io.millrace.evaluator.monitor;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Opens consumers that look at committed records only and leave no trace: no group, no position. */
public final class Consumers {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, String> kafka;

    /** @param kafka properties of Kafka's clients */
    public Consumers(Map<String, String> kafka) {
        this.kafka = Map.copyOf(kafka);
    }

    /**
     * A consumer without partitions yet.
     *
     * @param maxRecords how many records one poll returns at most
     */
    public Consumer<byte[], byte[]> open(int maxRecords) {
        var config = new HashMap<String, Object>(kafka);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxRecords);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Whether there is more to read up to these offsets. */
    static boolean behind(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(part -> new TopicPartition(topic, part.partition()))
                .toList();
    }
}
