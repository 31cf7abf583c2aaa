package io.millrace.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Budget;
import io.millrace.schemas.Message;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Seed;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaughtStrategyTest {

    private static final Sampling SAMPLING = new Sampling(0.7, null, 512, 100L);
    private static final PromptTemplate QUESTION = new PromptTemplate("question", "1", "What is {{ what }}?");

    private final ScriptedModel model = new ScriptedModel(TaughtStrategyTest::answer);
    private final TaughtStrategy strategy = strategy(new Echo("1"), "stub", SAMPLING);

    /** Refuses the second sample and breaks at the third. */
    private static String answer(ModelRequest request) throws ModelException {
        return switch (request.sampleIndex()) {
            case 1 -> throw new ModelException("RateLimited", "too many questions", 5, true);
            case 2 -> throw new IllegalStateException("a secret");
            default -> "Answer: 42";
        };
    }

    /** Asks twice. */
    private record Echo(String revision) implements Technique {

        @Override
        public String name() {
            return "echo";
        }

        @Override
        public Ingredients ingredients() {
            return new Ingredients(revision, List.of(QUESTION), List.of());
        }

        @Override
        public Draft draft(Seed seed, Interview interview) throws ModelException, InterruptedException {
            if (seed.getTags().contains("unusable")) {
                throw new UnusableSeedException("no");
            }
            Prompt prompt = Prompt.of(QUESTION, Map.of("what", "that"));
            Message first = interview.ask("first", prompt);
            Message second = interview.ask(ModelRequest.ANSWER, prompt);
            return new Draft(TestSeeds.math(), List.of(first, second), interview.calls());
        }
    }

    @Test
    void keepsTheReceiptOfEveryCall() throws Exception {
        List<Sample> samples = strategy.make(seed(1));

        assertThat(samples).singleElement().isInstanceOfSatisfying(Sample.Made.class, made -> {
            assertThat(made.draft().attempts()).isEqualTo(2);
            assertThat(made.draft().calls())
                    .extracting(call -> call.step())
                    .containsExactly("first", ModelRequest.ANSWER);
            assertThat(made.draft().calls()).allSatisfy(call -> {
                assertThat(call.model()).isEqualTo(ScriptedModel.SELF);
                assertThat(call.prompt()).isEqualTo(QUESTION.receipt(Map.of("what", "that")));
                assertThat(call.usage()).isEqualTo(ScriptedModel.USAGE);
            });
        });
    }

    @Test
    void keepsTheOtherSamplesWhereOneFails() throws Exception {
        List<Sample> samples = strategy.make(seed(4));

        assertThat(samples).extracting(Sample::index).containsExactly(0, 1, 2, 3);
        assertThat(samples.get(0)).isInstanceOf(Sample.Made.class);
        assertThat(samples.get(1)).isEqualTo(new Sample.Failed(1, "RateLimited", "too many questions", 5, true));
        assertThat(samples.get(2))
                .isEqualTo(new Sample.Failed(2, "java.lang.IllegalStateException", "the teacher broke", 1, true));
        assertThat(samples.get(3)).isInstanceOf(Sample.Made.class);
    }

    @Test
    void asksEachQuestionWithItsOwnSamplingSeed() throws Exception {
        strategy.make(seed(4));

        assertThat(model.requests())
                .extracting(request -> request.sampling().getSeed())
                .containsExactly(100L, 356L, 101L, 102L, 103L, 359L);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 257, Integer.MAX_VALUE})
    void refusesASeedThatAsksForNoSamplesOrTooMany(int samples) {
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> strategy.make(seed(samples)))
                .withMessage("a teacher gives 1 to 256 samples, not %d", samples);
    }

    @Test
    void refusesASeedThatTheTechniqueCannotUse() {
        Seed unusable = Seed.newBuilder(seed(2)).setTags(List.of("unusable")).build();

        assertThatExceptionOfType(UnusableSeedException.class).isThrownBy(() -> strategy.make(unusable));
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void asksNoMoreOnceTheBudgetIsSpent() throws Exception {
        Seed thrifty = Seed.newBuilder(seed(4)).setBudget(new Budget(61L, null)).build();
        var answering = new ScriptedModel(request -> "Answer: 42");

        List<Sample> samples = new TaughtStrategy(new Echo("1"), answering.teacher()).make(thrifty);

        assertThat(answering.requests()).hasSize(3);
        assertThat(samples.get(0)).isInstanceOf(Sample.Made.class);
        assertThat(samples.subList(1, 4))
                .allSatisfy(sample -> assertThat(sample)
                        .isEqualTo(new Sample.Failed(
                                sample.index(),
                                "BudgetSpent",
                                "of the seed's budget of 61 tokens, 90 are spent",
                                1,
                                true)));
    }

    @Test
    void keepsABudgetInMoney() throws Exception {
        Seed thrifty = Seed.newBuilder(seed(4)).setBudget(new Budget(null, 12L)).build();
        var answering = new ScriptedModel(request -> "Answer: 42");

        List<Sample> samples = new TaughtStrategy(new Echo("1"), answering.teacher()).make(thrifty);

        assertThat(answering.requests()).hasSize(4);
        assertThat(samples).filteredOn(Sample.Made.class::isInstance).hasSize(2);
        assertThat(samples.get(3))
                .isInstanceOfSatisfying(
                        Sample.Failed.class,
                        failed -> assertThat(failed.message())
                                .isEqualTo("of the seed's budget of 12 millionths of a US dollar, 12 are spent"));
    }

    @Test
    void hasAnotherVersionForAnotherTeacherSamplingOrTechnique() {
        assertThat(Stream.of(
                                strategy,
                                strategy(new Echo("1"), "other", SAMPLING),
                                strategy(new Echo("1"), "stub", new Sampling(0.8, null, 512, 100L)),
                                strategy(new Echo("2"), "stub", SAMPLING))
                        .map(TaughtStrategy::version))
                .doesNotHaveDuplicates();
        assertThat(strategy(new Echo("1"), "stub", SAMPLING).version()).isEqualTo(strategy.version());
    }

    private TaughtStrategy strategy(Technique technique, String identity, Sampling sampling) {
        return new TaughtStrategy(technique, new Teacher(model, identity, sampling));
    }

    private static Seed seed(int samples) {
        return TestSeeds.seed(TestSeeds.math()).setSamples(samples).build();
    }
}
