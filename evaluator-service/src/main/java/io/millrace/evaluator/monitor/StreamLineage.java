package io.millrace.evaluator.monitor;

import io.millrace.evaluator.stream.EvaluatorStream;
import io.millrace.evaluator.stream.Formats;
import io.millrace.evaluator.stream.NotRunningException;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.SeedGroups;
import io.millrace.schemas.wire.RecordSerde;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Finds records by the pointers that the topology keeps, and reads them from Kafka. */
public final class StreamLineage implements LineageSource {

    private final EvaluatorStream stream;
    private final RecordReader reader;
    private final Formats formats;
    private final ResultLedger ledger;

    /** @param ledger knows the versions of datasets */
    public StreamLineage(EvaluatorStream stream, RecordReader reader, Formats formats, ResultLedger ledger) {
        this.stream = stream;
        this.reader = reader;
        this.formats = formats;
        this.ledger = ledger;
    }

    @Override
    public Optional<Located> find(String candidateId) throws NotRunningException {
        Optional<Coordinates> place = stream.placeOf(candidateId);
        Optional<Coordinates> withdrawn = stream.placeOf(RecordIds.withdrawal(candidateId));
        Optional<Coordinates> reviewed = stream.placeOf(RecordIds.review(candidateId));
        Optional<Evaluated> evaluated = place.flatMap(at -> read(at, formats.evaluated()));
        if (evaluated.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Located(
                evaluated.get(),
                place.orElseThrow(),
                withdrawn.flatMap(where -> read(where, formats.withdrawal())).orElse(null),
                reviewed.flatMap(where -> read(where, formats.evaluated()))
                        .map(Evaluated::getReviews)
                        .orElse(List.of()),
                groups(evaluated.get()).orElse(null),
                version(evaluated.get(), place.orElseThrow()).orElse(null)));
    }

    private Optional<ResultLedger.Version> version(Evaluated evaluated, Coordinates place) {
        if (evaluated.getDecision() != Decision.KEEP) {
            return Optional.empty();
        }
        String dataset = evaluated.getVerified().getCandidate().getSeed().getDataset();
        return ledger.versions(dataset).stream()
                .filter(version -> version.has(place))
                .findFirst();
    }

    private Optional<SeedGroups> groups(Evaluated evaluated) throws NotRunningException {
        String seedId = evaluated.getPreferenceGroup();
        return seedId == null ? Optional.empty() : stream.groupsOf(seedId);
    }

    private <V extends SpecificRecord> Optional<V> read(Coordinates place, RecordSerde<V> serde) {
        return reader.read(place).map(serde::decode);
    }
}
