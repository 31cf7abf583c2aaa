package io.millrace.evaluator.stream;

import io.millrace.evaluator.contamination.Watchlist;
import io.millrace.evaluator.policy.Evaluator;
import io.millrace.evaluator.policy.Limits;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Verified;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/**
 * verified → evaluated. The decision on what was accepted is drafted by as many tasks as there are partitions, and made final by the one
 * that knows all of its dataset. What was not accepted needs no dataset, and is decided on at once.
 */
public final class DecidingTopology {

    private static final Serde<String> TEXT = Serdes.String();

    private final Formats formats;
    private final Limits limits;
    private final Watchlist watchlist;
    private final Evaluator evaluator;
    private final StageCounters counters;

    /** A topology that is not built yet. */
    public DecidingTopology(
            Formats formats, Limits limits, Watchlist watchlist, Evaluator evaluator, StageCounters counters) {
        this.formats = formats;
        this.limits = limits;
        this.watchlist = watchlist;
        this.evaluator = evaluator;
        this.counters = counters;
    }

    /** @param reviewed records that people have decided on, for their datasets to be asked again */
    void build(StreamsBuilder builder, KStream<String, Verified> reviewed) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(CloseGate.REJECTIONS), TEXT, Serdes.Long()));
        builder.globalTable(
                Topic.GATE.name(),
                Consumed.with(TEXT, formats.gate()).withName("gate-table"),
                Materialized.as(Stores.inMemoryKeyValueStore(CloseGate.GATES)));
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(HoldBenchmarks.STORE), TEXT, formats.benchmark()),
                Topic.BENCHMARKS.name(),
                Consumed.with(TEXT, formats.benchmark()).withName("benchmarks"),
                () -> new HoldBenchmarks(watchlist));
        verified(builder)
                .split(Named.as("by-"))
                .branch(
                        (key, value) -> Ruling.isEligible(value),
                        Branched.withConsumer(
                                eligible -> decide(
                                        builder,
                                        draft(eligible.merge(reviewed, Named.as("with-reviewed")))
                                                .repartition(Repartitioned.with(TEXT, encoded())
                                                        .withName("drafts-by-dataset"))),
                                "dataset"))
                .defaultBranch(Branched.withConsumer(this::decideByVerdict, "verdict"));
    }

    /** Drafts decisions on all that is verified, for a topic from which {@link #decideOnDrafts} reads. */
    public void draftAll(StreamsBuilder builder, String topic) {
        draft(verified(builder)).to(topic, Produced.with(TEXT, encoded()).withName("drafts"));
    }

    /** Decides on drafts that are keyed by dataset. */
    public void decideOnDrafts(StreamsBuilder builder, String topic) {
        decide(builder, builder.stream(topic, Consumed.with(TEXT, encoded()).withName("drafts")));
    }

    private KStream<String, Verified> verified(StreamsBuilder builder) {
        return builder.stream(
                        Topic.VERIFIED.name(),
                        Consumed.with(TEXT, formats.verified()).withName("verified"))
                .processValues(StampOrigin::new, Named.as("stamp-origin"));
    }

    private void decideByVerdict(KStream<String, Verified> others) {
        KStream<String, Evaluated> decided =
                others.process(() -> new DecideByVerdict(evaluator, counters), Named.as("decide-by-verdict"));
        decided.to(
                Topic.EVALUATED.name(), Produced.with(TEXT, formats.evaluated()).withName("evaluated-by-verdict"));
        decided.process(CloseGate::new, Named.as("close-gate"), CloseGate.REJECTIONS)
                .to(Topic.GATE.name(), Produced.with(TEXT, formats.gate()).withName("gate"));
    }

    private KStream<String, Encoded<Evaluated>> draft(KStream<String, Verified> eligible) {
        return eligible.process(() -> new DraftDecision(formats, watchlist, evaluator), Named.as("draft-decision"));
    }

    private void decide(StreamsBuilder builder, KStream<String, Encoded<Evaluated>> drafts) {
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(Memory.STORE), Serdes.Integer(), new Brief.Format()));
        drafts.process(
                        () -> new DecideByDataset(limits, evaluator, counters),
                        Named.as("decide-by-dataset"),
                        Memory.STORE)
                .to(Topic.EVALUATED.name(), Produced.with(TEXT, encoded()).withName("evaluated-by-dataset"));
    }

    private Serde<Encoded<Evaluated>> encoded() {
        return new Encoded.Format<>(formats.evaluated());
    }
}
