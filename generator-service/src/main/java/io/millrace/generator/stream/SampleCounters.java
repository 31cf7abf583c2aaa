package io.millrace.generator.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.generator.strategy.Sample;
import io.millrace.schemas.Metrics;
import java.util.List;
import java.util.Set;

/** Counts samples by strategy and outcome; every counter is there from the start. */
final class SampleCounters {

    private final MeterRegistry registry;

    SampleCounters(Set<String> strategies, MeterRegistry registry) {
        this.registry = registry;
        for (String strategy : strategies) {
            made(strategy);
            failed(strategy);
        }
    }

    void count(String strategy, List<Sample> samples) {
        for (Sample sample : samples) {
            Counter counter = sample instanceof Sample.Made ? made(strategy) : failed(strategy);
            counter.increment();
        }
    }

    private Counter made(String strategy) {
        return registry.counter(Metrics.GENERATOR_SAMPLES, "strategy", strategy, "outcome", "made");
    }

    private Counter failed(String strategy) {
        return registry.counter(Metrics.GENERATOR_SAMPLES, "strategy", strategy, "outcome", "failed");
    }
}
