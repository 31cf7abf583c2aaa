package io.millrace.evaluator.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.evaluator.Samples;
import io.millrace.evaluator.contamination.LeakRule;
import io.millrace.evaluator.contamination.Watchlist;
import io.millrace.evaluator.group.Comparison;
import io.millrace.evaluator.policy.Evaluator;
import io.millrace.evaluator.policy.Limits;
import io.millrace.evaluator.policy.SplitShares;
import io.millrace.evaluator.review.Sampling;
import io.millrace.evaluator.score.Scorer;
import io.millrace.evaluator.trigger.Policies;
import io.millrace.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The evaluator's topology as production builds it, without a broker. */
final class TopologyRig implements AutoCloseable {

    static final int RETRAINING_EVERY = 3;
    static final Instant NOW = Instant.parse("2026-01-01T12:00:03Z");

    static final Limits LIMITS = new Limits(0.8, null, 1, List.of());

    private static final Sampling NOTHING_KEPT = new Sampling(0, 0);
    private static final RateWindows WINDOWS = new RateWindows(Duration.ofSeconds(10), Duration.ofHours(1));

    private final NumberedSchemas schemas = new NumberedSchemas();
    private final Formats formats = Formats.of(schemas);
    private final TopologyTestDriver driver;

    TopologyRig(Path stateDir, List<Scorer> scorers) {
        this(stateDir, scorers, LIMITS);
    }

    TopologyRig(Path stateDir, List<Scorer> scorers, Limits limits) {
        this(stateDir, scorers, limits, watchlist(true), Policies.every(RETRAINING_EVERY), NOTHING_KEPT);
    }

    TopologyRig(Path stateDir, List<Scorer> scorers, Policies policies) {
        this(stateDir, scorers, LIMITS, watchlist(true), policies, NOTHING_KEPT);
    }

    TopologyRig(Path stateDir, List<Scorer> scorers, Sampling sampling) {
        this(stateDir, scorers, LIMITS, watchlist(true), Policies.every(RETRAINING_EVERY), sampling);
    }

    TopologyRig(Path stateDir, Watchlist watchlist) {
        this(stateDir, List.of(), LIMITS, watchlist, Policies.every(RETRAINING_EVERY), NOTHING_KEPT);
    }

    private TopologyRig(
            Path stateDir,
            List<Scorer> scorers,
            Limits limits,
            Watchlist watchlist,
            Policies policies,
            Sampling sampling) {
        var counters = new StageCounters(new SimpleMeterRegistry());
        var evaluator = new Evaluator(new SplitShares(90, 5, 5), scorers, Samples.PRODUCER);
        Properties properties = StreamProperties.handlers(new DeadLetters(schemas, counters));
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        var deciding = new DecidingTopology(formats, limits, watchlist, evaluator, counters);
        var topology = new EvaluatorTopology(formats, deciding, counters, WINDOWS, policies, sampling, Comparison.USUAL)
                .build();
        driver = new TopologyTestDriver(topology, properties, NOW);
    }

    static Watchlist watchlist(boolean drops) {
        return new Watchlist(LeakRule.USUAL, drops, 10_000);
    }

    NumberedSchemas schemas() {
        return schemas;
    }

    Formats formats() {
        return formats;
    }

    TopologyTestDriver driver() {
        return driver;
    }

    <V> TestInputTopic<String, V> input(Topic<?> topic, Serde<V> format) {
        return driver.createInputTopic(topic.name(), new StringSerializer(), format.serializer());
    }

    <V> TestOutputTopic<String, V> output(Topic<?> topic, Serde<V> format) {
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), format.deserializer());
    }

    @Override
    public void close() {
        driver.close();
    }
}
