package io.millrace.evaluator.stream;

import io.millrace.evaluator.group.Comparison;
import io.millrace.evaluator.group.Entrant;
import io.millrace.evaluator.group.Roster;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.SeedGroups;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Withdrawal;
import io.millrace.schemas.WithdrawnRecord;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KGroupedStream;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/**
 * Compares the candidates of each seed that asks for several. What it holds of one is as much as its two ids and a few numbers; a seed
 * that asks for one leaves no trace.
 */
final class GroupTopology {

    /** The store that every instance holds whole: seed id to its groups as they are on their topic. */
    static final String GROUPS = "groups-by-seed";

    private static final Serde<String> TEXT = Serdes.String();
    private static final String ROSTERS = "rosters-by-seed";

    private final Formats formats;
    private final Comparison comparison;

    GroupTopology(Formats formats, Comparison comparison) {
        this.formats = formats;
        this.comparison = comparison;
    }

    void build(StreamsBuilder builder, KStream<String, Evaluated> evaluated, KStream<String, Withdrawal> withdrawals) {
        KGroupedStream<String, Evaluated> compared = evaluated
                .filter((seedId, value) -> value.getPreferenceGroup() != null, Named.as("of-several"))
                .groupByKey(Grouped.with("of-several-by-seed", TEXT, formats.evaluated()));
        KGroupedStream<String, Withdrawal> withdrawn = withdrawals
                .flatMap((dataset, value) -> bySeed(value), Named.as("withdrawn-of-seed"))
                .groupByKey(Grouped.with("withdrawn-by-seed", TEXT, formats.withdrawal()));
        compared.cogroup(GroupTopology::add)
                .cogroup(withdrawn, GroupTopology::withdraw)
                .aggregate(
                        () -> Roster.empty(""),
                        Named.as("keep-roster"),
                        Materialized.<String, SeedGroups>as(Stores.persistentKeyValueStore(ROSTERS))
                                .withKeySerde(TEXT)
                                .withValueSerde(formats.groups()))
                .toStream(Named.as("rosters"))
                .mapValues(comparison::of, Named.as("compare"))
                .filter((seedId, groups) -> !groups.getGroups().isEmpty(), Named.as("of-two-or-more"))
                .to(Topic.GROUPS.name(), Produced.with(TEXT, formats.groups()).withName("groups"));
        builder.globalTable(
                Topic.GROUPS.name(),
                Consumed.with(TEXT, formats.groups()).withName("groups-table"),
                Materialized.as(Stores.persistentKeyValueStore(GROUPS)));
    }

    private static SeedGroups add(String seedId, Evaluated evaluated, SeedGroups before) {
        return Entrant.of(evaluated)
                .map(entrant -> Roster.with(before, entrant))
                .orElse(before);
    }

    private static SeedGroups withdraw(String seedId, Withdrawal one, SeedGroups before) {
        String candidateId = one.getRecords().getFirst().getCandidateId();
        return Roster.withdraw(before, one.getDataset(), candidateId);
    }

    /** Each record of a withdrawal by itself, to where its seed's candidates are. */
    private static List<KeyValue<String, Withdrawal>> bySeed(Withdrawal withdrawal) {
        return withdrawal.getRecords().stream()
                .filter(record -> record.getSeedId() != null)
                .map(record -> KeyValue.pair(record.getSeedId(), alone(withdrawal, record)))
                .toList();
    }

    private static Withdrawal alone(Withdrawal withdrawal, WithdrawnRecord record) {
        return Withdrawal.newBuilder(withdrawal).setRecords(List.of(record)).build();
    }
}
