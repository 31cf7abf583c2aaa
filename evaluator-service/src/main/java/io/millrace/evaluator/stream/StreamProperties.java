package io.millrace.evaluator.stream;

import static org.apache.kafka.streams.StreamsConfig.APPLICATION_ID_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.COMMIT_INTERVAL_MS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.EXACTLY_ONCE_V2;
import static org.apache.kafka.streams.StreamsConfig.NUM_STREAM_THREADS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.PROCESSING_GUARANTEE_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.REPLICATION_FACTOR_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.STATE_DIR_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;

import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.StageSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * What Kafka Streams is configured with. An operator's own properties win, except over what delivery rests on.
 *
 * @param stateDir where stores are kept; what is lost there is restored from Kafka
 * @param threads how many tasks run at once
 * @param commitInterval how long results wait for others to share a transaction with
 */
public record StreamProperties(Path stateDir, int threads, Duration commitInterval) {

    /** The application, and so the consumer group. */
    public static final String APPLICATION = "millrace-evaluator";

    private static final int SESSION_MILLIS = 6_000;
    private static final int BATCH_BYTES = 256 * 1024;
    private static final int MAX_REQUEST_BYTES = 4 << 20;

    Properties of(StageSettings settings, DeadLetters letters) {
        var properties = new Properties();
        properties.put(mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
        properties.put(mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), SESSION_MILLIS / 3);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        properties.putAll(settings.kafka());
        settings.instanceId()
                .ifPresent(id -> properties.put(
                        mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), APPLICATION + "-" + id));
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(APPLICATION_ID_CONFIG, APPLICATION);
        properties.put(PROCESSING_GUARANTEE_CONFIG, EXACTLY_ONCE_V2);
        properties.put(ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(STATE_DIR_CONFIG, stateDir.toString());
        properties.put(ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedStoreMemory.class);
        properties.put(NUM_STREAM_THREADS_CONFIG, threads);
        properties.put(COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
        properties.put(REPLICATION_FACTOR_CONFIG, replication(settings));
        properties.putAll(handlers(letters));
        return properties;
    }

    /** Sends what cannot be processed to the dead letters. */
    static Properties handlers(DeadLetters letters) {
        var properties = new Properties();
        properties.put(DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        properties.put(PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        properties.put(DeadLetterHandler.LETTERS, letters);
        return properties;
    }

    private static int replication(StageSettings settings) {
        return settings.topics().plan(Topic.EVALUATED.name()).replicationFactor();
    }
}
