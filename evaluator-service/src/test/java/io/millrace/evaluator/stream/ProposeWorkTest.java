package io.millrace.evaluator.stream;

import static io.millrace.evaluator.result.Reports.accuracy;
import static io.millrace.evaluator.result.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.TrainingResult;
import io.millrace.schemas.stage.Input;
import io.millrace.schemas.stage.UnprocessableException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class ProposeWorkTest {

    private static final TrainingResult SOUND = report("run-1", 1, accuracy("graphs", 0.1, 600));

    @Test
    void whatIsUnsoundIsADeadLetterForGood() {
        UnprocessableException refusal = refusal(List::of, report("run-1", 0));

        assertThat(refusal.errorClass()).isEqualTo("Unsound");
        assertThat(refusal.replayable()).isFalse();
    }

    @Test
    void aBrokerThatDoesNotAnswerIsAskedAgain() throws Exception {
        var asked = new AtomicInteger();
        Supplier<Collection<Recipe>> second = () -> {
            if (asked.incrementAndGet() == 1) {
                throw new TimeoutException("away");
            }
            return List.of();
        };

        assertThat(new ProposeWork(second, Duration.ZERO).apply(input(SOUND))).isEmpty();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aBrokerThatNeverAnswersLeavesALetterThatMaySucceedLater() {
        UnprocessableException refusal = refusal(
                () -> {
                    throw new TimeoutException("away");
                },
                SOUND);

        assertThat(refusal.errorClass()).isEqualTo("TimeoutException");
        assertThat(refusal.replayable()).isTrue();
    }

    private static UnprocessableException refusal(Supplier<Collection<Recipe>> recipes, TrainingResult result) {
        var work = new ProposeWork(recipes, Duration.ZERO);
        return catchThrowableOfType(UnprocessableException.class, () -> work.apply(input(result)));
    }

    private static Input<TrainingResult> input(TrainingResult result) {
        return new Input<>("sums", result, new Coordinates("training-results", 0, 0L));
    }
}
