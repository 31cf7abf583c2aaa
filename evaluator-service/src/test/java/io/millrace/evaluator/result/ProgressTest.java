package io.millrace.evaluator.result;

import static io.millrace.evaluator.result.Reports.accuracy;
import static io.millrace.evaluator.result.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.schemas.SkillMetric;
import io.millrace.schemas.TrainingResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final TrainingResult first = report("a", 1, accuracy("equations", 0.5, 400), accuracy("graphs", 0.5, 400));
    private final TrainingResult second = report("b", 2, accuracy("graphs", 0.52, 400));
    private final TrainingResult third = report("c", 3, accuracy("equations", 0.8, 400), accuracy("graphs", 0.9, 400));
    private final Progress progress = new Progress(List.of(third, first, second));

    @Test
    void aSkillIsHeldAgainstTheLastEarlierVersionThatItWasMeasuredOn() {
        assertThat(change(third, 0)).satisfies(change -> {
            assertThat(change.since()).isEqualTo(1);
            assertThat(change.difference()).isCloseTo(0.3, within(1e-9));
            assertThat(change.share()).isNotNull();
        });
        assertThat(change(third, 1).since()).isEqualTo(2);
        assertThat(progress.change(first, first.getSkills().getFirst())).isEmpty();
    }

    @Test
    void tellsWhatMayBeChance() {
        assertThat(change(second, 0).share()).isNotNull().returns(false, Share.Difference::beyondChance);
        assertThat(change(third, 1).share()).isNotNull().returns(true, Share.Difference::beyondChance);
    }

    @Test
    void anotherTrainersNumbersAreOthers() {
        TrainingResult foreign =
                TrainingResult.newBuilder(third).setTrainer("another").build();

        assertThat(progress.change(foreign, foreign.getSkills().getFirst())).isEmpty();
    }

    @Test
    void ofWhatIsNoShareOnlyTheDifferenceIsTold() {
        SkillMetric before =
                SkillMetric.newBuilder(accuracy("all", 4, 10)).setShare(false).build();
        SkillMetric now = SkillMetric.newBuilder(before).setValue(3).build();
        TrainingResult result = report("e", 2, now);
        var loss = new Progress(List.of(report("d", 1, before), result));

        assertThat(loss.change(result, now)).hasValue(new Progress.Change(1, -1, null));
    }

    private Progress.Change change(TrainingResult result, int skill) {
        return progress.change(result, result.getSkills().get(skill)).orElseThrow();
    }
}
