package io.millrace.schemas.stage;

import io.millrace.schemas.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How topics are created: {@code topics.partitions}, {@code topics.retention} and so on for all of them, {@code
 * topics.seeds.retention} for one.
 */
public final class TopicSettings {

    private static final Duration FOREVER = Duration.ofMillis(-1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MAX_RECORD_BYTES = 1 << 20;

    /** A dead letter holds a whole record and says more about it. */
    private static final int MAX_DEAD_LETTER_BYTES = 2 * MAX_RECORD_BYTES;

    /** Room for what a dead letter says more, and for the batch around it. */
    private static final int DEAD_LETTER_EXTRAS = 16 << 10;

    private final StageSettings.Values values;

    private TopicSettings(StageSettings.Values values) {
        this.values = values;
    }

    static TopicSettings from(StageSettings.Values values) {
        var settings = new TopicSettings(values);
        settings.plan(Topic.SEEDS.name());
        return settings;
    }

    /** The largest record that a stage writes, in bytes. */
    static int maxRecordBytes() {
        // Room for keys, headers and the batch around the record.
        return MAX_RECORD_BYTES - 4096;
    }

    /** Whether a dead letter has room for a record: for its value, and for its key once inside and once as the letter's own. */
    static boolean fitsIntoDeadLetter(int keySize, int valueSize) {
        return 2L * keySize + valueSize <= MAX_DEAD_LETTER_BYTES - DEAD_LETTER_EXTRAS;
    }

    /** A topic as it is to be created. */
    public NewTopic plan(String topic) {
        var config = new HashMap<String, String>();
        config.put(TopicConfig.CLEANUP_POLICY_CONFIG, compacted(topic) ? "compact" : "delete");
        config.put(
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention(topic).toMillis()));
        config.put(
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                Integer.toString(values.number("topics.min-insync-replicas", 1, 1)));
        config.put(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(topic.endsWith(".dlq") ? MAX_DEAD_LETTER_BYTES : MAX_RECORD_BYTES));
        if (readElsewhere(topic)) {
            config.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "gzip");
            config.put(TopicConfig.COMPRESSION_GZIP_LEVEL_CONFIG, "1");
        }
        int partitions = forOneReader(topic)
                ? 1
                : values.number(own(topic, "partitions"), values.number("topics.partitions", 4, 1), 1);
        short replication = (short) values.number("topics.replication", 1, 1);
        return new NewTopic(topic, partitions, replication).configs(Map.copyOf(config));
    }

    private Duration retention(String topic) {
        return values.duration(own(topic, "retention"), values.duration("topics.retention", usualRetention(topic)));
    }

    /** Records on the way are kept for a week; what was decided, asked for or failed is kept until somebody says otherwise. */
    private static Duration usualRetention(String topic) {
        boolean onTheWay = topic.equals(Topic.SEEDS.name())
                || topic.equals(Topic.CANDIDATES.name())
                || topic.equals(Topic.VERIFIED.name());
        return onTheWay ? WEEK : FOREVER;
    }

    /**
     * What people read with clients of their own is in the one codec that all of those have; the broker sees to it, because it can be
     * had more often than the one task that decides for a dataset.
     */
    private static boolean readElsewhere(String topic) {
        return topic.equals(Topic.EVALUATED.name())
                || topic.equals(Topic.GROUPS.name())
                || topic.equals(Topic.RETRAINING);
    }

    private static boolean compacted(String topic) {
        return topic.equals(Topic.LINEAGE.name())
                || topic.equals(Topic.RATES.name())
                || topic.equals(Topic.GROUPS.name())
                || topic.equals(Topic.GATE.name())
                || topic.equals(Topic.FACTS.name())
                || topic.equals(Topic.MATERIAL.name())
                || topic.equals(Topic.HOLDOUTS.name())
                || topic.equals(Topic.WEBHOOKS_DISABLED.name())
                || forOneReader(topic);
    }

    /** One process follows all recipes, and others stand by to take its place; the pages of a benchmark keep their order. */
    private static boolean forOneReader(String topic) {
        return topic.equals(Topic.RECIPES.name())
                || topic.equals(Topic.RECIPE_PROGRESS.name())
                || topic.equals(Topic.PROPOSALS.name())
                || topic.equals(Topic.BENCHMARKS.name());
    }

    private static String own(String topic, String name) {
        return "topics.%s.%s".formatted(topic, name);
    }
}
