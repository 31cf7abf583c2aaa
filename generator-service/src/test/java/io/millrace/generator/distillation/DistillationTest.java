package io.millrace.generator.distillation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millrace.generator.strategy.Draft.ModelCall;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Message;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import io.millrace.schemas.TestSeeds;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistillationTest {

    private static final Sampling SAMPLING = new Sampling(0.7, null, 512, 100L);

    private final StubModel model = new StubModel();
    private final Distillation distillation = distillation("stub", SAMPLING);

    @Test
    void draftsTheConversationWithItsReceipts() throws Exception {
        List<Sample> samples = distillation.make(seed(TestSeeds.math(), 1));

        assertThat(samples).singleElement().isInstanceOfSatisfying(Sample.Made.class, made -> {
            assertThat(made.draft().task()).isEqualTo(TestSeeds.math());
            assertThat(made.draft().attempts()).isEqualTo(2);
            assertThat(made.draft().messages()).extracting(Message::getRole).containsExactly("user", "assistant");
            assertThat(made.draft().messages()).last().isEqualTo(StubModel.answer());
            assertThat(made.draft().by())
                    .isEqualTo(new ModelCall(
                            StubModel.SELF, Prompts.prompt(TestSeeds.math()).receipt(), SAMPLING, "length", null, 30));
        });
    }

    @Test
    void keepsTheOtherSamplesWhereOneFails() throws Exception {
        List<Sample> samples = distillation.make(seed(TestSeeds.math(), 4));

        assertThat(samples).extracting(Sample::index).containsExactly(0, 1, 2, 3);
        assertThat(samples.get(0)).isInstanceOf(Sample.Made.class);
        assertThat(samples.get(1)).isEqualTo(new Sample.Failed(1, "RateLimited", "too many questions", 5, true));
        assertThat(samples.get(2))
                .isEqualTo(new Sample.Failed(2, "java.lang.IllegalStateException", "the teacher broke", 1, true));
        assertThat(samples.get(3)).isInstanceOf(Sample.Made.class);
    }

    @Test
    void asksEachSampleWithItsOwnSamplingSeed() throws Exception {
        distillation.make(seed(TestSeeds.math(), 4));

        assertThat(model.requests())
                .extracting(request -> request.sampling().getSeed())
                .containsExactly(100L, 101L, 102L, 103L);
    }

    static Stream<Task> tasks() {
        return Stream.of(TestSeeds.math(), TestSeeds.code(), TestSeeds.text(), TestSeeds.puzzle());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void neverShowsTheAnswerOrTheTests(Task task) throws Exception {
        List<Sample> samples = distillation.make(seed(task, 1));

        assertThat(task.toString()).contains(TestSeeds.HIDDEN);
        assertThat(model.requests().getFirst().messages().toString()).doesNotContain(TestSeeds.HIDDEN);
        assertThat(samples).singleElement().isInstanceOfSatisfying(Sample.Made.class, made -> {
            assertThat(made.draft().messages().toString()).doesNotContain(TestSeeds.HIDDEN);
            assertThat(String.valueOf(made.draft().by())).doesNotContain(TestSeeds.HIDDEN);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 257, Integer.MAX_VALUE})
    void refusesASeedThatAsksForNoSamplesOrTooMany(int samples) {
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> distillation.make(seed(TestSeeds.math(), samples)))
                .withMessage("a teacher gives 1 to 256 samples, not %d", samples);
    }

    @Test
    void refusesATaskThatItHasNoPromptFor() {
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> distillation.make(seed(Task.newBuilder().build(), 1)));
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void hasAnotherVersionForAnotherTeacherOrSampling() {
        assertThat(Stream.of(
                                distillation,
                                distillation("other", SAMPLING),
                                distillation("stub", new Sampling(0.8, null, 512, 100L)))
                        .map(Distillation::version))
                .doesNotHaveDuplicates();
        assertThat(distillation("stub", SAMPLING).version()).isEqualTo(distillation.version());
    }

    private Distillation distillation(String identity, Sampling sampling) {
        return new Distillation(new Teacher(model, identity, sampling), seed -> Objects.requireNonNull(seed.getTask()));
    }

    private static Seed seed(Task task, int samples) {
        return TestSeeds.seed(task).setSamples(samples).build();
    }
}
