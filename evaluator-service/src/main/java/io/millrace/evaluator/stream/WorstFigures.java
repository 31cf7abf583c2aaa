package io.millrace.evaluator.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.evaluator.trigger.Dimension;
import io.millrace.evaluator.trigger.Measure;
import io.millrace.evaluator.trigger.Standing;
import io.millrace.schemas.Metrics;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;

/**
 * The figures of datasets for the registry, each of the dataset in which it is worst: names of datasets come from outside, and are no
 * labels. Safe for use by several threads.
 */
final class WorstFigures {

    private static final long FEW = 100;

    /** By partition. */
    private final Map<Integer, List<Standing>> standings = new ConcurrentHashMap<>();

    WorstFigures(MeterRegistry registry) {
        register(registry, new Measure.Distinct4(), true);
        register(registry, new Measure.SelfBleu(), false);
        register(registry, new Measure.WordVendi(), true);
        Arrays.stream(Dimension.values())
                .forEach(dimension -> register(registry, new Measure.Drift(dimension, Optional.empty(), FEW), false));
    }

    /** Of all datasets in a partition. */
    void note(int partition, Collection<Standing> now) {
        standings.put(partition, List.copyOf(now));
    }

    /** Of a partition that goes to another process. */
    void forget(int partition) {
        standings.remove(partition);
    }

    private void register(MeterRegistry registry, Measure measure, boolean lowest) {
        Gauge.builder(Metrics.DATASET_WORST, this, figures -> figures.worst(measure, lowest))
                .tag("figure", measure.name())
                .register(registry);
    }

    /** These measures do not depend on the time. */
    private double worst(Measure measure, boolean lowest) {
        DoubleStream values = standings.values().stream()
                .flatMap(List::stream)
                .map(standing -> measure.of(standing, Instant.EPOCH))
                .flatMapToDouble(OptionalDouble::stream);
        return (lowest ? values.min() : values.max()).orElse(Double.NaN);
    }
}
