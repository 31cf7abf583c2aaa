package io.millrace.evaluator.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.Topic;

/** Counts what the stage reads and writes, and tells of its datasets; every counter is there from the start. A transaction that is done again counts again. */
public final class StageCounters {

    private static final String STAGE = "stage";
    private static final String NAME = "evaluator";

    private final Counter inputs;
    private final Counter outputs;
    private final Counter deadLetters;
    private final WorstFigures datasets;

    public StageCounters(MeterRegistry registry) {
        this.inputs = registry.counter(Metrics.STAGE_INPUTS, STAGE, NAME);
        this.outputs = registry.counter(Metrics.STAGE_OUTPUTS, STAGE, NAME, "topic", Topic.EVALUATED.name());
        this.deadLetters = registry.counter(Metrics.STAGE_DEAD_LETTERS, STAGE, NAME);
        this.datasets = new WorstFigures(registry);
    }

    WorstFigures datasets() {
        return datasets;
    }

    void decided() {
        inputs.increment();
        outputs.increment();
    }

    void deadLettered() {
        inputs.increment();
        deadLetters.increment();
    }
}
