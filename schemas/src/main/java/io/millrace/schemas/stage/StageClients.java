package io.millrace.schemas.stage;

import static org.apache.kafka.clients.CommonClientConfigs.GROUP_ID_CONFIG;
import static org.apache.kafka.clients.CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG;
import static org.apache.kafka.clients.CommonClientConfigs.HEARTBEAT_INTERVAL_MS_CONFIG;
import static org.apache.kafka.clients.CommonClientConfigs.SESSION_TIMEOUT_MS_CONFIG;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The consumers and the transactional producer of one session. An operator's own properties win, except over what delivery rests on. */
public final class StageClients {

    private final String group;
    private final StageSettings settings;

    public StageClients(String group, StageSettings settings) {
        this.group = group;
        this.settings = settings;
    }

    /** A member of the group, under this process's own name where it has one. */
    public KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> config = consumerConfig();
        settings.instanceId().ifPresent(id -> config.put(GROUP_INSTANCE_ID_CONFIG, group + "-" + id));
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A consumer that is told what to read, and whose positions can be kept in the group while that has no members. */
    public KafkaConsumer<byte[], byte[]> reader() {
        return new KafkaConsumer<>(consumerConfig(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> consumerConfig() {
        var config = new HashMap<String, Object>();
        config.put(SESSION_TIMEOUT_MS_CONFIG, 6_000);
        config.put(HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        config.put(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                Math.min(500, settings.window().inFlight()));
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.putAll(settings.kafka());
        config.put(GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return config;
    }

    /** The producer of this process alone. */
    public KafkaProducer<byte[], byte[]> producer() {
        String instance =
                settings.instanceId().orElseGet(() -> UUID.randomUUID().toString());
        return producer(group + "-" + instance);
    }

    /** A producer that fences off whoever began earlier under the same id. */
    public KafkaProducer<byte[], byte[]> producer(String transactionalId) {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 << 20);
        // A killed process must not hold back the readers of its half-written transaction for a minute, Kafka's
        // default.
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        config.putAll(settings.kafka());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
