package io.millrace.verifier.stream;

import io.millrace.schemas.Fact;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.wire.ConfluentRegistry;
import io.millrace.schemas.wire.RecordSerde;
import io.millrace.verifier.factuality.ReferenceException;
import io.millrace.verifier.factuality.ReferenceTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reference table that lies in the topic of facts. It answers once it has read all that was there when it began, and follows the
 * topic from then on; each answer says how far it had read.
 */
public final class TopicFacts implements ReferenceTable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFacts.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final StageSettings settings;
    private final RecordSerde<Fact> serde;
    private final HeldFacts facts;
    private final Thread follower;
    private volatile boolean closed;

    private TopicFacts(StageSettings settings, HeldFacts facts) {
        this.settings = settings;
        this.serde = new RecordSerde<>(Topic.FACTS, new ConfluentRegistry(settings.registry()));
        this.facts = facts;
        this.follower = Thread.ofPlatform().daemon().name("facts").unstarted(this::follow);
    }

    /**
     * Begins to read.
     *
     * @param maxMegabytes of all facts, as they lie in the topic
     */
    public static TopicFacts open(StageSettings settings, int maxMegabytes) {
        var table = new TopicFacts(settings, new HeldFacts((long) maxMegabytes << 20, PATIENCE));
        table.follower.start();
        return table;
    }

    @Override
    public Answers answers(List<Question> questions) throws ReferenceException {
        return facts.answers(questions);
    }

    /**
     * All that is known of a subject.
     *
     * @throws ReferenceException if the topic cannot be read
     */
    public List<Fact> about(String subject) throws ReferenceException {
        return facts.about(subject);
    }

    @Override
    public String configHash() {
        return Hash.of("topic", Topic.FACTS.name());
    }

    @Override
    public void close() {
        closed = true;
    }

    private void follow() {
        boolean going = true;
        while (going) {
            try (Consumer<byte[], byte[]> consumer = consumer()) {
                going = readOn(new FactReader(consumer, serde, facts));
            } catch (RuntimeException e) {
                facts.fail("the topic of facts cannot be read: " + e.getMessage());
                LOG.atWarn().setCause(e).log("the topic of facts cannot be read; it is read anew");
                going = paused();
            }
        }
    }

    /** Whether to begin anew, once the reader cannot go on. */
    private boolean readOn(FactReader reader) {
        while (!closed && !reader.outgrown()) {
            if (!reader.read()) {
                LOG.error("the topic holds more facts than the recipe allows for");
                return false;
            }
        }
        return !closed;
    }

    private boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return !closed;
        } catch (InterruptedException stopping) {
            return false;
        }
    }

    /** In no group. What lies outside of the topic, as after it was made anew, is an error and not a new beginning. */
    private Consumer<byte[], byte[]> consumer() {
        var config = new HashMap<String, Object>(settings.kafka());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
