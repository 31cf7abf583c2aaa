package io.millrace.evaluator.monitor;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Opens producers of single records that somebody waits for. */
public final class Producers {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, String> kafka;

    /** @param kafka properties of Kafka's clients */
    public Producers(Map<String, String> kafka) {
        this.kafka = Map.copyOf(kafka);
    }

    /** A producer whose records are confirmed by every replica, or fail soon. */
    public Producer<byte[], byte[]> open() {
        var config = new HashMap<String, Object>(kafka);
        int patience = (int) PATIENCE.toMillis();
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience / 2);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
