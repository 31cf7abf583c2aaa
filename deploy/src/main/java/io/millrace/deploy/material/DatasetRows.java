package io.millrace.deploy.material;

import io.millrace.deploy.intake.Submission;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.Shelf;
import io.millrace.deploy.withdrawal.Withdrawals;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import io.millrace.schemas.Split;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Task;
import io.millrace.schemas.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a row of every task that a dataset kept a record of, but of none that is for testing. */
final class DatasetRows {

    private DatasetRows() {}

    static void read(Connection connection, RowSource.InDataset source, Submission submission, RowTaker taker) {
        connection.ensure(List.of(Topic.EVALUATED));
        Set<String> seen = new HashSet<>();
        Set<String> withdrawn = new Withdrawals(connection).from(source.dataset());
        try (var shelf = new Shelf<>(connection, Topic.EVALUATED)) {
            shelf.forEachRemaining(entry -> {
                Evaluated record = entry.value();
                Candidate candidate = record.getVerified().getCandidate();
                Task task = candidate.getTask();
                boolean kept = record.getDecision() == Decision.KEEP
                        && record.getSplit() != Split.TEST
                        && candidate.getSeed().getDataset().equals(source.dataset())
                        && !withdrawn.contains(candidate.getId());
                if (kept && seen.add(Hash.of(task.toString()))) {
                    taker.row(seed(record, source, submission));
                }
            });
        }
    }

    /** As far from real data as the record is, and in its split. */
    private static Seed seed(Evaluated record, RowSource.InDataset from, Submission submission) {
        Seed origin = record.getVerified().getCandidate().getSeed();
        Task task = record.getVerified().getCandidate().getTask();
        Provenance receipt = record.getProvenance();
        var source = Source.newBuilder()
                .setName(from.dataset())
                .setLicence(receipt.getLicence())
                .setReal(!receipt.getSynthetic())
                .build();
        var strategy = StrategyCall.newBuilder().setName("dataset").build();
        Seed seed = submission
                .seed(record.getId(), task.toString(), origin.getDomain(), strategy, source)
                .setTask(task)
                .setDifficulty(origin.getDifficulty())
                .setLanguage(origin.getLanguage())
                .setTags(origin.getTags())
                .setProtectedCase(from.protectedCases() || origin.getProtectedCase())
                .setSplit(record.getSplit())
                .build();
        return Seed.newBuilder(seed)
                .setProvenance(Provenance.newBuilder(seed.getProvenance())
                        .setParentIds(List.of(record.getId()))
                        .setSynthetic(receipt.getSynthetic())
                        .setGenerationDepth(receipt.getGenerationDepth())
                        .build())
                .build();
    }
}
