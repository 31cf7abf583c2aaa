package io.millrace.schemas.stage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.millrace.schemas.Metrics;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A stage's own metrics, all of them there from the start. */
final class StageMeters {

    private final AtomicInteger inFlight = new AtomicInteger();
    private final Counter inputs;
    private final Counter deadLetters;
    private final Counter committed;
    private final Counter aborted;
    private final Timer work;
    private final Map<String, Counter> outputs;
    private final String deadLetterTopic;

    StageMeters(StageDefinition<?> definition, MeterRegistry registry) {
        Tags stage = Tags.of("stage", definition.name());
        this.inputs = registry.counter(Metrics.STAGE_INPUTS, stage);
        this.deadLetters = registry.counter(Metrics.STAGE_DEAD_LETTERS, stage);
        this.committed = registry.counter(Metrics.STAGE_TRANSACTIONS, stage.and("outcome", "committed"));
        this.aborted = registry.counter(Metrics.STAGE_TRANSACTIONS, stage.and("outcome", "aborted"));
        this.work = registry.timer(Metrics.STAGE_WORK, stage);
        this.outputs = definition
                .topicNames()
                .filter(topic -> !topic.equals(definition.input().name()))
                .collect(Collectors.toMap(
                        Function.identity(),
                        topic -> registry.counter(Metrics.STAGE_OUTPUTS, stage.and("topic", topic))));
        this.deadLetterTopic = definition.input().deadLetters().name();
        registry.gauge(Metrics.STAGE_IN_FLIGHT, stage, inFlight);
    }

    AtomicInteger inFlight() {
        return inFlight;
    }

    Timer work() {
        return work;
    }

    /** Counts what a transaction made visible. */
    void committed(int inputRecords, Map<String, Integer> outputRecords) {
        committed.increment();
        inputs.increment(inputRecords);
        deadLetters.increment(outputRecords.getOrDefault(deadLetterTopic, 0));
        outputs.forEach((topic, counter) -> counter.increment(outputRecords.getOrDefault(topic, 0)));
    }

    void aborted() {
        aborted.increment();
    }
}
