package io.millrace.evaluator.result;

import static io.millrace.evaluator.result.Reports.accuracy;
import static io.millrace.evaluator.result.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.SkillMetric;
import io.millrace.schemas.TrainingResult;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SoundnessTest {

    private static final TrainingResult SOUND = report("run-1", 1, accuracy("equations/2", 0.5, 10));

    @Test
    void takesWhatIsSound() {
        SkillMetric loss =
                SkillMetric.newBuilder(accuracy("all", 7.5, 10)).setShare(false).build();

        assertThat(Soundness.problem(SOUND)).isEmpty();
        assertThat(Soundness.problem(with(loss, accuracy("all", 1, 10), accuracy("größe", 0, 1))))
                .contains("A report has each metric of a skill once.");
        assertThat(Soundness.problem(with(loss, accuracy("größe", 0, 1)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("unsound")
    void refusesWhatIsNot(TrainingResult result) {
        assertThat(Soundness.problem(result)).isPresent().get().asString().doesNotContain("<script>");
    }

    static Stream<TrainingResult> unsound() {
        return Stream.of(
                TrainingResult.newBuilder(SOUND).setId("<script>").build(),
                TrainingResult.newBuilder(SOUND).setId("x".repeat(201)).build(),
                TrainingResult.newBuilder(SOUND).setDataset("../sums").build(),
                TrainingResult.newBuilder(SOUND).setVersion(0).build(),
                TrainingResult.newBuilder(SOUND).setModel(" ").build(),
                TrainingResult.newBuilder(SOUND).setTrainer("a\nb").build(),
                with(),
                with(IntStream.range(0, 1_001)
                        .mapToObj(number -> accuracy("s" + number, 0.5, 1))
                        .toArray(SkillMetric[]::new)),
                with(accuracy("", 0.5, 1)),
                with(accuracy("s", 1.01, 1)),
                with(accuracy("s", -0.1, 1)),
                with(accuracy("s", Double.NaN, 1)),
                with(accuracy("s", 0.5, 0)),
                with(SkillMetric.newBuilder(accuracy("s", 0.5, 1))
                        .setBaseline(2.0)
                        .build()));
    }

    private static TrainingResult with(SkillMetric... skills) {
        return TrainingResult.newBuilder(SOUND).setSkills(List.of(skills)).build();
    }
}
