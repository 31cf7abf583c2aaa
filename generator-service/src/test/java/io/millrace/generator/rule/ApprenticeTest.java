package io.millrace.generator.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ApprenticeTest {

    private static final double RATE = 0.2;

    private final Families families = new Families();
    private final Apprentice apprentice = new Apprentice(families, RATE);

    @Test
    void errsAsOftenAsItDeclares() {
        long errors = IntStream.range(0, 5_000)
                .filter(index -> apprentice.errs(seed(index), 0))
                .count();

        assertThat(errors / 5_000.0).isCloseTo(RATE, Offset.offset(0.02));
    }

    @Test
    void isWrongExactlyWhereItErrs() throws ModelException {
        for (int index = 0; index < 2_000; index++) {
            Seed seed = seed(index);
            String answer = lastLine(answer(seed, 0)).replace("Answer: ", "");

            assertThat(families.item(seed).solver().test(answer)).isNotEqualTo(apprentice.errs(seed, 0));
        }
    }

    @Test
    void aWrongAnswerLooksLikeARightOne() throws ModelException {
        Completion wrong = apprentice.complete(request(erring(true), 0));
        Completion right = apprentice.complete(request(erring(false), 0));

        assertThat(wrong.model()).isEqualTo(right.model());
        assertThat(wrong.finishReason()).isEqualTo(right.finishReason()).isEqualTo("stop");
        assertThat(wrong.answer().getContent()).containsOnlyOnce("Answer: ");
    }

    @Test
    void saysThatItIsNoLanguageModel() throws ModelException {
        Completion completion = apprentice.complete(request(seed(1), 0));

        assertThat(completion.model()).isEqualTo(new ModelRef("apprentice", "apprentice/1", "embedded"));
        assertThat(completion.usage()).isNull();
    }

    @Test
    void givesTheSameAnswerToTheSameSample() throws ModelException {
        String again = new Apprentice(new Families(), RATE)
                .complete(request(seed(3), 2))
                .answer()
                .getContent();

        assertThat(again).isEqualTo(answer(seed(3), 2));
    }

    @Test
    void samplesOfASeedErrIndependently() {
        long errors = IntStream.range(0, 1_000)
                .filter(sample -> apprentice.errs(seed(3), sample))
                .count();

        assertThat(errors / 1_000.0).isCloseTo(RATE, Offset.offset(0.05));
    }

    @Test
    void aRateOfZeroNeverErrsAndARateOfOneAlways() {
        assertThat(IntStream.range(0, 200)).noneMatch(index -> new Apprentice(families, 0).errs(seed(index), 0));
        assertThat(IntStream.range(0, 200)).allMatch(index -> new Apprentice(families, 1).errs(seed(index), 0));
    }

    @Test
    void aRateOutsideZeroToOneIsRefused() {
        for (double rate : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> new Apprentice(families, rate)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void asksForAnEndpointWhereASeedBringsItsOwnTask() {
        Task task = Task.newBuilder().setMath(new MathTask("1 + 1", "2", null)).build();
        Seed seed = FamilySeeds.seed("arithmetic", 1, 0).setTask(task).build();

        ModelException refusal =
                catchThrowableOfType(ModelException.class, () -> apprentice.complete(request(seed, 0)));

        assertThat(refusal.errorClass()).isEqualTo("NoTeacher");
        assertThat(refusal).hasMessageContaining("configure an endpoint");
        assertThat(refusal.replayable()).isTrue();
    }

    @Test
    void saysWhyItTakesNoOtherStepThoughTheSeedNamesAnItem() {
        var step = new ModelRequest(
                seed(1), 0, 0, "answer-1", List.of(), Sampling.newBuilder().build(), Optional.empty());

        assertThat(catchThrowableOfType(ModelException.class, () -> apprentice.complete(step)))
                .hasMessageContaining("each at once");
    }

    @Test
    void anItemThatDoesNotExistIsRefused() {
        Seed seed = FamilySeeds.seed(Map.of("family", "arithmetic", "level", "1", "index", "999999999999999999"))
                .build();

        assertThatThrownBy(() -> apprentice.complete(request(seed, 0))).isInstanceOf(UnusableSeedException.class);
    }

    private Seed erring(boolean errs) {
        return IntStream.range(0, 200)
                .mapToObj(ApprenticeTest::seed)
                .filter(seed -> apprentice.errs(seed, 0) == errs)
                .findFirst()
                .orElseThrow();
    }

    private String answer(Seed seed, int sampleIndex) throws ModelException {
        return apprentice.complete(request(seed, sampleIndex)).answer().getContent();
    }

    private static String lastLine(String text) {
        return text.lines().reduce("", (before, line) -> line);
    }

    private static Seed seed(int index) {
        return FamilySeeds.seed(
                        List.of("arithmetic", "word-problems", "number-theory", "countdown", "string-transforms")
                                .get(index % 5),
                        1 + index % 4,
                        index)
                .build();
    }

    private static ModelRequest request(Seed seed, int sampleIndex) {
        return new ModelRequest(
                seed, sampleIndex, List.of(), Sampling.newBuilder().build());
    }
}
