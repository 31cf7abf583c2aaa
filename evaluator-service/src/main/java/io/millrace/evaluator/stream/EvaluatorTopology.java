package io.millrace.evaluator.stream;

import io.millrace.evaluator.group.Comparison;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.evaluator.review.Sampling;
import io.millrace.evaluator.trigger.Policies;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.LedgerEntry;
import io.millrace.schemas.Rate;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Withdrawal;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/**
 * verified → evaluated, and what is noted of it: where each record lies, how many passed, when a dataset is due for a new
 * version, and when the verifier accepted what it must not.
 */
public final class EvaluatorTopology {

    /** The store that every instance holds whole: candidate id to the place of its evaluated record. */
    public static final String LINEAGE_STORE = "lineage-by-candidate";

    private static final Serde<String> TEXT = Serdes.String();
    private static final String EVALUATED_RATES = "evaluated-rates";
    private static final String TOPIC_RATES = "topic-rates";

    /** Topics whose records are counted unread. */
    private static final List<String> COUNTED = List.of(
            Topic.SEEDS.name(),
            Topic.CANDIDATES.name(),
            Topic.SEEDS.deadLetters().name(),
            Topic.CANDIDATES.deadLetters().name(),
            Topic.VERIFIED.deadLetters().name());

    private final Formats formats;
    private final DecidingTopology deciding;
    private final StageCounters counters;
    private final RateWindows windows;
    private final Policies policies;
    private final Sampling sampling;
    private final Comparison comparison;

    /**
     * A topology that is not built yet.
     *
     * @param policies when a dataset is due for a new version
     * @param sampling which decisions people are asked about
     * @param comparison how the candidates of a seed are compared
     */
    public EvaluatorTopology(
            Formats formats,
            DecidingTopology deciding,
            StageCounters counters,
            RateWindows windows,
            Policies policies,
            Sampling sampling,
            Comparison comparison) {
        this.formats = formats;
        this.deciding = deciding;
        this.counters = counters;
        this.windows = windows;
        this.policies = policies;
        this.sampling = sampling;
        this.comparison = comparison;
    }

    /** Every topic that must exist before the topology starts. */
    public static Stream<String> topics() {
        Stream<String> others = Stream.of(
                        Topic.VERIFIED,
                        Topic.EVALUATED,
                        Topic.EVALUATED.deadLetters(),
                        Topic.LINEAGE,
                        Topic.GROUPS,
                        Topic.RATES,
                        Topic.CUTS,
                        Topic.WITHDRAWALS,
                        Topic.WITHDRAWALS.deadLetters(),
                        Topic.REVIEW_REQUESTS,
                        Topic.REVIEWS,
                        Topic.REVIEWS.deadLetters(),
                        Topic.GATE,
                        Topic.BENCHMARKS)
                .map(Topic::name);
        return Stream.concat(COUNTED.stream(), others);
    }

    public Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, Evaluated> evaluated = builder.stream(
                Topic.EVALUATED.name(), Consumed.with(TEXT, formats.evaluated()).withName("evaluated"));
        deciding.build(builder, new ReviewTopology(formats, sampling).build(builder, evaluated));
        KStream<String, Withdrawal> withdrawals = builder.stream(
                        Topic.WITHDRAWALS.name(),
                        Consumed.with(TEXT, formats.withdrawal()).withName("withdrawals"))
                .filter((dataset, value) -> value != null, Named.as("withdrawals-of-something"));
        point(builder, evaluated, withdrawals);
        new GroupTopology(formats, comparison).build(builder, evaluated, withdrawals);
        cut(builder, evaluated, withdrawals);
        count(builder, evaluated);
        return builder.build();
    }

    private void point(
            StreamsBuilder builder, KStream<String, Evaluated> evaluated, KStream<String, Withdrawal> withdrawals) {
        evaluated
                .process(() -> new PlaceOf<>(EvaluatorTopology::pointers), Named.as("place-by-candidate"))
                .merge(
                        withdrawals.process(
                                () -> new PlaceOf<>(EvaluatorTopology::pointers), Named.as("place-by-withdrawn")),
                        Named.as("places"))
                .to(
                        Topic.LINEAGE.name(),
                        Produced.with(TEXT, formats.coordinates()).withName("lineage"));
        builder.globalTable(
                Topic.LINEAGE.name(),
                Consumed.with(TEXT, formats.coordinates()).withName("lineage-table"),
                Materialized.as(Stores.persistentKeyValueStore(LINEAGE_STORE)));
    }

    /** What is known of a kept candidate stays known when the same candidate comes again. */
    private static List<String> pointers(Evaluated evaluated) {
        String id = evaluated.getVerified().getCandidate().getId();
        Stream<String> decision = evaluated.getReason().equals(Ruling.REPEATED) ? Stream.empty() : Stream.of(id);
        Stream<String> reviews = evaluated.getReviews().isEmpty() ? Stream.empty() : Stream.of(RecordIds.review(id));
        return Stream.concat(decision, reviews).toList();
    }

    private static List<String> pointers(Withdrawal withdrawal) {
        return withdrawal.getRecords().stream()
                .map(record -> RecordIds.withdrawal(record.getCandidateId()))
                .toList();
    }

    private void cut(
            StreamsBuilder builder, KStream<String, Evaluated> evaluated, KStream<String, Withdrawal> withdrawals) {
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(CutWithdrawal.LAST), TEXT, formats.coordinates())
                .withCachingEnabled());
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(KeepLedger.STORE), TEXT, formats.cut())
                        .withCachingEnabled());
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(WordWindows.STORE), TEXT, Serdes.ByteArray()));
        boolean all = policies.watchWhatIsNotKept();
        evaluated
                .filter((key, value) -> isEntered(value, all), Named.as("kept"))
                .process(EnterOf::new, Named.as("place-by-dataset"))
                // The two meet in one partition, so that each version knows what was withdrawn before it.
                .merge(
                        withdrawals
                                .process(
                                        () -> new PlaceOf<>(value -> List.of(value.getDataset())),
                                        Named.as("withdrawal-by-dataset"))
                                .mapValues(LedgerForm::withdrawal, Named.as("withdrawal-entry")),
                        Named.as("kept-or-withdrawn"))
                .repartition(Repartitioned.with(TEXT, formats.entry()).withName(Topic.KEPT_BY_DATASET.name()))
                .split(Named.as("ledger-of-"))
                .branch(
                        (dataset, entry) -> entry.getTopic().equals(Topic.WITHDRAWALS.name()),
                        Branched.withConsumer(this::cutWithdrawals, "withdrawn"))
                .defaultBranch(Branched.withConsumer(this::cutKept, "kept"));
    }

    private void cutWithdrawals(KStream<String, LedgerEntry> withdrawals) {
        withdrawals
                .process(CutWithdrawal::new, Named.as("cut-withdrawal"), KeepLedger.STORE, CutWithdrawal.LAST)
                .to(Topic.CUTS.name(), Produced.with(TEXT, formats.cut()).withName("cuts-of-withdrawals"));
    }

    private void cutKept(KStream<String, LedgerEntry> kept) {
        kept.process(
                        () -> new KeepLedger(policies, counters.datasets()),
                        Named.as("keep-ledger"),
                        KeepLedger.STORE,
                        WordWindows.STORE)
                .processValues(NoteWithdrawals::new, Named.as("note-withdrawals"), CutWithdrawal.LAST)
                .to(Topic.CUTS.name(), Produced.with(TEXT, formats.cut()).withName("cuts"));
    }

    /** What was planted or came again says nothing about a dataset. */
    private static boolean isEntered(Evaluated evaluated, boolean all) {
        String reason = evaluated.getReason();
        return evaluated.getDecision() == Decision.KEEP
                || (all && !reason.equals(Ruling.PLANTED) && !reason.equals(Ruling.REPEATED));
    }

    private void count(StreamsBuilder builder, KStream<String, Evaluated> evaluated) {
        addRateStore(builder, EVALUATED_RATES);
        addRateStore(builder, TOPIC_RATES);
        toRates(
                evaluated.process(
                        () -> new CountRates<>(EVALUATED_RATES, windows, (topic, value) -> Counted.of(value)),
                        Named.as("count-evaluated"),
                        EVALUATED_RATES),
                "evaluated-to-rates");
        KStream<byte[], byte[]> unread = builder.stream(
                COUNTED, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("unread"));
        toRates(
                unread.process(
                        () -> new CountRates<>(TOPIC_RATES, windows, (topic, value) -> List.of(Counted.on(topic))),
                        Named.as("count-unread"),
                        TOPIC_RATES),
                "unread-to-rates");
    }

    private void addRateStore(StreamsBuilder builder, String name) {
        builder.addStateStore(Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), TEXT, formats.rate())
                .withCachingEnabled());
    }

    private void toRates(KStream<String, Rate> rates, String name) {
        rates.to(Topic.RATES.name(), Produced.with(TEXT, formats.rate()).withName(name));
    }
}
