package io.millrace.generator.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.generator.holdout.Holdouts;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.ModelCall;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.Strategies;
import io.millrace.generator.strategy.Strategy;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.ContentHash;
import io.millrace.schemas.EarlierCall;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.Producer;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.Input;
import io.millrace.schemas.stage.Output;
import io.millrace.schemas.stage.UnprocessableException;
import io.millrace.schemas.stage.Work;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has a seed's strategy make its samples, and writes a receipt for each. */
public final class SeedWork implements Work<Seed> {

    private final Strategies strategies;
    private final Producer producer;
    private final InstantSource clock;
    private final SampleCounters counters;
    private final Holdouts holdouts;
    private final Counter heldOut;

    public SeedWork(
            Strategies strategies, Holdouts holdouts, Producer producer, InstantSource clock, MeterRegistry registry) {
        this.strategies = strategies;
        this.producer = producer;
        this.clock = clock;
        this.counters = new SampleCounters(strategies.names(), registry);
        this.holdouts = holdouts;
        this.heldOut = registry.counter(Metrics.GENERATOR_HELD_OUT);
    }

    @Override
    public List<Output> apply(Input<Seed> input) throws UnprocessableException, InterruptedException {
        Seed seed = input.value();
        refuseHeldOut(seed);
        Strategy strategy = strategy(seed);
        List<Sample> samples = samples(strategy, seed);
        counters.count(strategy.name(), samples);
        var ref = new StrategyRef(strategy.name(), strategy.version());
        return samples.stream().map(sample -> output(input, ref, sample)).toList();
    }

    private void refuseHeldOut(Seed seed) throws UnprocessableException, InterruptedException {
        if (holdouts.hold(seed)) {
            heldOut.increment();
            throw new UnprocessableException(
                    "HeldOut", "the seed's problem is held out for testing, and nothing is made of it", 1, true);
        }
    }

    private Strategy strategy(Seed seed) throws UnprocessableException {
        return strategies
                .named(seed.getStrategy().getName())
                .orElseThrow(() -> new UnprocessableException(
                        "UnknownStrategy", "the seed asks for none of the strategies " + strategies.names(), 1, true));
    }

    private static List<Sample> samples(Strategy strategy, Seed seed)
            throws UnprocessableException, InterruptedException {
        try {
            return strategy.make(seed);
        } catch (UnusableSeedException e) {
            throw new UnprocessableException("UnusableSeed", String.valueOf(e.getMessage()), 1, false);
        }
    }

    private Output output(Input<Seed> input, StrategyRef strategy, Sample sample) {
        return switch (sample) {
            case Sample.Made made ->
                Output.of(Topic.CANDIDATES, input.value().getId(), candidate(input, strategy, made));
            case Sample.Failed failed ->
                new Output.Failure(
                        failed.index(), failed.errorClass(), failed.message(), failed.attempts(), failed.replayable());
        };
    }

    private Candidate candidate(Input<Seed> input, StrategyRef strategy, Sample.Made made) {
        Seed seed = input.value();
        Draft draft = made.draft();
        Candidate.Builder candidate = Candidate.newBuilder()
                .setId(RecordIds.candidate(seed.getId(), strategy, made.index()))
                .setProvenance(receipt(input, draft))
                .setSeed(seed)
                .setTask(draft.task())
                .setStrategy(strategy)
                .setSampleIndex(made.index())
                .setMessages(draft.messages())
                .setSelection(draft.selection());
        if (!draft.calls().isEmpty()) {
            ModelCall answer = draft.calls().getLast();
            candidate
                    .setModel(answer.model())
                    .setPrompt(answer.prompt())
                    .setSampling(answer.sampling())
                    .setFinishReason(answer.finishReason())
                    .setUsage(answer.usage())
                    .setLatencyMillis(answer.latencyMillis())
                    .setCached(answer.cached())
                    .setEarlierCalls(earlier(draft.calls()));
        }
        return candidate.build();
    }

    private static List<EarlierCall> earlier(List<ModelCall> calls) {
        return calls.subList(0, calls.size() - 1).stream()
                .map(call -> EarlierCall.newBuilder()
                        .setStep(call.step())
                        .setModel(call.model())
                        .setPrompt(call.prompt())
                        .setSampling(call.sampling())
                        .setFinishReason(call.finishReason())
                        .setUsage(call.usage())
                        .setLatencyMillis(call.latencyMillis())
                        .setCached(call.cached())
                        .build())
                .toList();
    }

    private Provenance receipt(Input<Seed> input, Draft draft) {
        Seed seed = input.value();
        return Provenance.newBuilder()
                .setContentHash(ContentHash.of(draft.messages()))
                .setParentIds(List.of(seed.getId()))
                .setProducer(producer)
                .setReadFrom(input.readFrom())
                .setAttempt(draft.attempts())
                .setCreatedAt(clock.instant())
                .setTraceparent(seed.getProvenance().getTraceparent())
                .setLicence(licence(seed))
                .setSynthetic(true)
                .setGenerationDepth(seed.getProvenance().getGenerationDepth() + 1)
                .build();
    }

    private static @Nullable String licence(Seed seed) {
        String licence = seed.getProvenance().getLicence();
        return licence == null ? seed.getSource().getLicence() : licence;
    }
}
