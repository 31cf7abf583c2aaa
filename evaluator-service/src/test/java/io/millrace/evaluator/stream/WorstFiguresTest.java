package io.millrace.evaluator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.evaluator.diversity.Likeness;
import io.millrace.evaluator.trigger.Standing;
import io.millrace.schemas.Metrics;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WorstFiguresTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final WorstFigures figures = new WorstFigures(registry);

    @Test
    void areUnknownBeforeTheFirstFullWindow() {
        figures.note(0, List.of(Standing.of(7)));

        assertThat(value("selfBleu")).isNaN();
        assertThat(value("drift.domain")).isNaN();
    }

    @Test
    void areThoseOfTheDatasetInWhichEachIsWorst() {
        figures.note(0, List.of(standing(0.2, 90), Standing.of(7)));
        figures.note(1, List.of(standing(0.6, 120)));

        assertThat(value("selfBleu")).isEqualTo(0.6);
        assertThat(value("wordVendi")).isEqualTo(90);
    }

    @Test
    void doNotTellOfPartitionsThatWentElsewhere() {
        figures.note(0, List.of(standing(0.2, 90)));
        figures.note(1, List.of(standing(0.6, 120)));

        figures.forget(1);

        assertThat(value("selfBleu")).isEqualTo(0.2);
    }

    private static Standing standing(double selfBleu, double wordVendi) {
        return Standing.of(7).with(new Likeness(0, OptionalDouble.of(selfBleu), OptionalDouble.of(wordVendi)));
    }

    private double value(String figure) {
        return registry.get(Metrics.DATASET_WORST).tag("figure", figure).gauge().value();
    }
}
