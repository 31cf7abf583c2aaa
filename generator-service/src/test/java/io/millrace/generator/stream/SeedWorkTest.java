package io.millrace.generator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.generator.holdout.Holdouts;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.ModelCall;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.Strategies;
import io.millrace.generator.strategy.Strategy;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.ContentHash;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.HoldoutKey;
import io.millrace.schemas.Message;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Producer;
import io.millrace.schemas.PromptRef;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Selection;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Usage;
import io.millrace.schemas.stage.Input;
import io.millrace.schemas.stage.Output;
import io.millrace.schemas.stage.UnprocessableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeedWorkTest {

    private static final Instant NOW = Instant.parse("2015-10-21T07:28:00Z");
    private static final Producer PRODUCER = new Producer("generator-service", "1", "none", "0");
    private static final Coordinates PLACE = new Coordinates("seeds", 2, 17L);
    private static final ModelCall CALL = call("answer", "large");
    private static final ModelCall EARLIER = call("problem", "small");
    private static final Draft DRAFT = new Draft(
            TestSeeds.math(), List.of(message("user", "6 * 7?"), message("assistant", "42")), List.of(EARLIER, CALL));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Holdouts holdouts = new Holdouts();

    @BeforeEach
    void readAllHoldouts() {
        holdouts.complete();
    }

    @Test
    void makesACandidateOfEachSample() throws Exception {
        List<Output> outputs =
                work(new Sample.Made(0, DRAFT), new Sample.Made(1, DRAFT)).apply(input("fixed"));

        assertThat(outputs)
                .hasSize(2)
                .allSatisfy(output -> assertThat(output).isInstanceOfSatisfying(Output.OfRecord.class, record -> {
                    assertThat(record.topic()).isEqualTo(Topic.CANDIDATES);
                    assertThat(record.key()).isEqualTo("seed-1");
                }));
        assertThat(candidate(outputs.get(0)).getSampleIndex()).isZero();
        assertThat(candidate(outputs.get(1)).getSampleIndex()).isEqualTo(1);
    }

    @Test
    void givesTheCandidateEverythingThatTheDraftTells() throws Exception {
        Candidate candidate =
                candidate(work(new Sample.Made(0, DRAFT)).apply(input("fixed")).getFirst());

        assertThat(candidate.getId()).isEqualTo(RecordIds.candidate("seed-1", new StrategyRef("fixed", "7"), 0));
        assertThat(candidate.getSeed()).isEqualTo(seed("fixed"));
        assertThat(candidate.getTask()).isEqualTo(DRAFT.task());
        assertThat(candidate.getStrategy()).isEqualTo(new StrategyRef("fixed", "7"));
        assertThat(candidate.getMessages()).isEqualTo(DRAFT.messages());
        assertThat(candidate.getModel()).isEqualTo(CALL.model());
        assertThat(candidate.getPrompt()).isEqualTo(CALL.prompt());
        assertThat(candidate.getSampling()).isEqualTo(CALL.sampling());
        assertThat(candidate.getFinishReason()).isEqualTo(CALL.finishReason());
        assertThat(candidate.getUsage()).isEqualTo(CALL.usage());
        assertThat(candidate.getLatencyMillis()).isEqualTo(CALL.latencyMillis());
        assertThat(candidate.getCached()).isTrue();
        assertThat(candidate.getEarlierCalls()).singleElement().satisfies(earlier -> {
            assertThat(earlier.getStep()).isEqualTo("problem");
            assertThat(earlier.getModel()).isEqualTo(EARLIER.model());
            assertThat(earlier.getPrompt()).isEqualTo(EARLIER.prompt());
            assertThat(earlier.getUsage()).isEqualTo(EARLIER.usage());
            assertThat(earlier.getCached()).isTrue();
        });
    }

    @Test
    void writesTheReceipt() throws Exception {
        Candidate candidate =
                candidate(work(new Sample.Made(0, DRAFT)).apply(input("fixed")).getFirst());

        assertThat(candidate.getProvenance())
                .isEqualTo(Provenance.newBuilder()
                        .setContentHash(ContentHash.of(DRAFT.messages()))
                        .setParentIds(List.of("seed-1"))
                        .setProducer(PRODUCER)
                        .setReadFrom(PLACE)
                        .setAttempt(3)
                        .setCreatedAt(NOW)
                        .setTraceparent("00-trace")
                        .setLicence("MIT")
                        .setSynthetic(true)
                        .setGenerationDepth(5)
                        .build());
    }

    @Test
    void namesNoModelWhereNoneWasAsked() throws Exception {
        Draft byRule = new Draft(DRAFT.task(), DRAFT.messages(), List.of());

        Candidate candidate =
                candidate(work(new Sample.Made(0, byRule)).apply(input("fixed")).getFirst());

        assertThat(candidate.getModel()).isNull();
        assertThat(candidate.getPrompt()).isNull();
        assertThat(candidate.getSampling()).isNull();
    }

    @Test
    void tellsFromHowManyAnswersItWasChosen() throws Exception {
        var selection = new Selection("majority", 5, 4);
        var chosen = new Draft(DRAFT.task(), DRAFT.messages(), DRAFT.calls(), selection);

        List<Output> outputs =
                work(new Sample.Made(0, chosen), new Sample.Made(1, DRAFT)).apply(input("fixed"));

        assertThat(candidate(outputs.get(0)).getSelection()).isEqualTo(selection);
        assertThat(candidate(outputs.get(1)).getSelection()).isNull();
    }

    @Test
    void makesADeadLetterOfAFailedSampleOnly() throws Exception {
        List<Output> outputs = work(new Sample.Made(0, DRAFT), new Sample.Failed(1, "Timeout", "too late", 5, true))
                .apply(input("fixed"));

        assertThat(outputs.get(0)).isInstanceOf(Output.OfRecord.class);
        assertThat(outputs.get(1)).isEqualTo(new Output.Failure(1, "Timeout", "too late", 5, true));
    }

    @Test
    void refusesAStrategyThatItDoesNotKnow() {
        UnprocessableException refusal = refusal(work(), "guessing");

        assertThat(refusal).hasMessage("the seed asks for none of the strategies [fixed]");
        assertThat(refusal.errorClass()).isEqualTo("UnknownStrategy");
        assertThat(refusal.replayable()).isTrue();
    }

    @Test
    void refusesASeedThatNothingCanBeMadeOf() {
        UnprocessableException refusal = refusal(work(), "fixed");

        assertThat(refusal).hasMessage("no samples");
        assertThat(refusal.errorClass()).isEqualTo("UnusableSeed");
        assertThat(refusal.replayable()).isFalse();
    }

    @Test
    void countsSamplesByOutcome() throws Exception {
        var work = work(new Sample.Made(0, DRAFT), new Sample.Failed(1, "Timeout", "too late", 5, true));
        assertThat(counted("made")).isZero();
        assertThat(counted("failed")).isZero();

        work.apply(input("fixed"));

        assertThat(counted("made")).isEqualTo(1);
        assertThat(counted("failed")).isEqualTo(1);
    }

    @Test
    void makesNothingOfWhatIsHeldOutAndSaysSo() {
        SeedWork work = work(new Sample.Made(0, DRAFT));
        holdouts.add(HoldoutKey.of("another", TestSeeds.math()));

        UnprocessableException refusal = refusal(work, "fixed");

        assertThat(refusal.errorClass()).isEqualTo("HeldOut");
        assertThat(refusal.replayable()).isTrue();
        assertThat(refusal).hasMessageNotContaining("seven");
        assertThat(registry.get(Metrics.GENERATOR_HELD_OUT).counter().count()).isEqualTo(1);
        assertThat(counted("made")).isZero();
    }

    private double counted(String outcome) {
        return registry.get(Metrics.GENERATOR_SAMPLES)
                .tags("strategy", "fixed", "outcome", outcome)
                .counter()
                .count();
    }

    private SeedWork work(Sample... samples) {
        return new SeedWork(
                new Strategies(List.of(new Fixed(List.of(samples)))),
                holdouts,
                PRODUCER,
                InstantSource.fixed(NOW),
                registry);
    }

    private static UnprocessableException refusal(SeedWork work, String strategy) {
        return catchThrowableOfType(UnprocessableException.class, () -> work.apply(input(strategy)));
    }

    private static Candidate candidate(Output output) {
        return (Candidate) ((Output.OfRecord<?>) output).value();
    }

    private static Input<Seed> input(String strategy) {
        return new Input<>("seed-1", seed(strategy), PLACE);
    }

    private static Seed seed(String strategy) {
        Seed.Builder seed = TestSeeds.seed(TestSeeds.math());
        Provenance received = Provenance.newBuilder(seed.getProvenance())
                .setTraceparent("00-trace")
                .setGenerationDepth(4)
                .build();
        return seed.setProvenance(received)
                .setStrategy(new StrategyCall(strategy, Map.of()))
                .build();
    }

    private static Message message(String role, String content) {
        return Message.newBuilder().setRole(role).setContent(content).build();
    }

    /** A strategy with samples made beforehand, or none to give. */
    private record Fixed(List<Sample> samples) implements Strategy {

        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public String version() {
            return "7";
        }

        @Override
        public List<Sample> make(Seed seed) {
            if (samples.isEmpty()) {
                throw new UnusableSeedException("no samples");
            }
            return samples;
        }
    }

    private static ModelCall call(String step, String model) {
        return new ModelCall(
                step,
                new ModelRef(model, model + "-1", "embedded"),
                new PromptRef("math", "1", "0", Map.of()),
                new Sampling(0.7, null, null, null),
                "stop",
                new Usage(1L, 2L, null, null),
                30,
                3,
                true);
    }
}
