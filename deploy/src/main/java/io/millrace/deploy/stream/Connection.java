package io.millrace.deploy.stream;

import io.millrace.deploy.factory.Addresses;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.LostRecords;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.stage.Topics;
import io.millrace.schemas.wire.ConfluentRegistry;
import io.millrace.schemas.wire.RecordSerde;
import io.millrace.schemas.wire.SchemaIds;
import io.millrace.verifier.stream.TopicFacts;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The broker and the registry of a factory, to talk to. */
public final class Connection {

    private static final Duration REGISTRY_PATIENCE = Duration.ofSeconds(60);

    private final StageSettings settings;
    private final SchemaIds registry;

    public Connection(Addresses addresses) {
        this.settings = StageSettings.from(
                Map.of("kafka.bootstrap.servers", addresses.bootstrap(), "registry.url", addresses.registry()));
        this.registry = new PatientRegistry(new ConfluentRegistry(settings.registry()), REGISTRY_PATIENCE);
    }

    /** Creates the topics that are missing and waits until they can be written to and read. */
    public void ensure(Collection<Topic<?>> topics) {
        try (Admin admin = admin()) {
            Topics.ensure(
                    admin,
                    topics.stream()
                            .map(topic -> settings.topics().plan(topic.name()))
                            .toList());
        }
    }

    /** Begins to read the facts, as a verifier does. */
    public TopicFacts facts(int maxMegabytes) {
        return TopicFacts.open(settings, maxMegabytes);
    }

    public Admin admin() {
        return Admin.create(common());
    }

    LostRecords lostRecords() {
        return new LostRecords(registry);
    }

    <V extends SpecificRecord> RecordSerde<V> serde(Topic<V> topic) {
        return new RecordSerde<>(topic, registry);
    }

    KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> config = common();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> config = common();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> common() {
        return new HashMap<>(settings.kafka());
    }
}
