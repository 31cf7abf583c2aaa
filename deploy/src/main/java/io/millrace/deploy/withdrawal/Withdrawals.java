package io.millrace.deploy.withdrawal;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.lineage.LineageClient;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.Feed;
import io.millrace.deploy.stream.Shelf;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Withdrawal;
import io.millrace.schemas.WithdrawnRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The withdrawals of a factory. */
public final class Withdrawals {

    private final Connection connection;

    public Withdrawals(Connection connection) {
        this.connection = connection;
        connection.ensure(List.of(Topic.WITHDRAWALS));
    }

    /** Ids of the candidates that are withdrawn from a dataset by now. */
    public Set<String> from(String dataset) {
        Set<String> candidates = new HashSet<>();
        try (var shelf = new Shelf<>(connection, Topic.WITHDRAWALS)) {
            shelf.forEachRemaining(entry -> {
                if (entry.value().getDataset().equals(dataset)) {
                    entry.value().getRecords().forEach(record -> candidates.add(record.getCandidateId()));
                }
            });
        }
        return candidates;
    }

    /**
     * Withdraws records, all or none.
     *
     * @param ids of candidates, or of what was said of them
     * @throws OperatorException if one of them is not known, was not kept for the dataset, or is withdrawn already
     */
    public Receipt withdraw(
            String dataset, Collection<String> ids, LineageClient lineage, String reason, String by, Instant at) {
        List<WithdrawnRecord> records = ids.stream()
                .map(RecordIds::candidateOf)
                .distinct()
                .map(id -> record(dataset, lineage.find(id)))
                .toList();
        return withdraw(dataset, records, reason, by, at);
    }

    /** Withdraws records of which is known that they were kept, where, and that they are not withdrawn. */
    public Receipt withdraw(String dataset, List<WithdrawnRecord> records, String reason, String by, Instant at) {
        var withdrawal = new Withdrawal(dataset, records, reason, by, at);
        try (var feed = new Feed<>(connection, Topic.WITHDRAWALS)) {
            feed.send(dataset, withdrawal);
        }
        return Receipt.of(withdrawal);
    }

    private static WithdrawnRecord record(String dataset, JsonNode lineage) {
        String id = lineage.path("id").asText();
        if (!lineage.path("seed").path("dataset").asText().equals(dataset)) {
            throw new OperatorException("Record %s is not of this dataset.".formatted(id));
        }
        if (!lineage.path("decision").asText().equals("KEEP")) {
            throw new OperatorException("Record %s was not kept, so there is nothing to withdraw.".formatted(id));
        }
        if (lineage.has("withdrawn")) {
            throw new OperatorException("Record %s is withdrawn already.".formatted(id));
        }
        JsonNode place = StreamSupport.stream(lineage.path("path").spliterator(), false)
                .filter(step -> step.path("topic").asText().equals(Topic.EVALUATED.name()))
                .findFirst()
                .orElseThrow(
                        () -> new OperatorException("The evaluator does not say where record %s lies.".formatted(id)));
        return new WithdrawnRecord(
                id,
                new Coordinates(
                        Topic.EVALUATED.name(),
                        place.path("partition").asInt(),
                        place.path("offset").asLong()),
                lineage.path("seed").path("id").asText());
    }
}
