package io.millrace.evaluator.dataset;

import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.OffsetRange;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** A version in the making: its data files, and what its manifest will tell of the records. Everything is read once. */
final class Edition implements Closeable {

    private static final Comparator<OffsetRange> BY_PLACE =
            Comparator.comparingInt(OffsetRange::getPartition).thenComparingLong(OffsetRange::getFrom);

    private final DatasetCut cut;
    private final List<OffsetRange> ranges;
    private final SplitFiles chat;
    private final SplitFiles parquet;
    private final DecisionTally decisions = new DecisionTally();
    private final Tally tally = new Tally();
    private final KnownWithdrawals withdrawals;
    private final List<String> leftOut = new ArrayList<>();

    /**
     * A version without a record yet.
     *
     * @param withdrawals what is to be left out
     * @param directory where its files go
     */
    Edition(DatasetCut cut, KnownWithdrawals withdrawals, Path directory) {
        this.cut = cut;
        this.withdrawals = withdrawals;
        this.ranges = cut.getRanges().stream().sorted(BY_PLACE).toList();
        this.chat = new SplitFiles(directory, ExportFormat.CHAT);
        this.parquet = new SplitFiles(directory, ExportFormat.PARQUET);
    }

    /**
     * Writes what was kept for the dataset in the cut's ranges.
     *
     * @throws IllegalArgumentException if the cut counts other than what the ranges hold
     */
    void fill(RecordSource source) throws IOException {
        for (OffsetRange range : ranges) {
            long before = decisions.kept();
            try (Stream<Evaluated> records = source.read(range)) {
                for (Iterator<Evaluated> each = records.iterator(); each.hasNext(); ) {
                    add(each.next());
                }
            }
            requireCount(range.getCount(), decisions.kept() - before, "range");
        }
        requireCount(cut.getKept(), decisions.kept(), "version");
    }

    private void add(Evaluated evaluated) throws IOException {
        String dataset = evaluated.getVerified().getCandidate().getSeed().getDataset();
        if (!dataset.equals(cut.getDataset())) {
            return;
        }
        decisions.add(evaluated);
        if (evaluated.getDecision() != Decision.KEEP) {
            return;
        }
        String candidateId = evaluated.getVerified().getCandidate().getId();
        if (withdrawals.include(candidateId)) {
            leftOut.add(candidateId);
        } else {
            tally.add(evaluated);
            chat.write(evaluated);
            parquet.write(evaluated);
        }
    }

    private static void requireCount(long expected, long found, String where) {
        if (expected != found) {
            throw new IllegalArgumentException(
                    "The cut counts %d kept records in a %s that holds %d".formatted(expected, where, found));
        }
    }

    /**
     * Completes the files and describes the version, without what it changes.
     *
     * @param earlier the versions of the dataset, of which one without records may withdraw some
     */
    Manifest finish(int schemaId, Versions earlier) throws IOException {
        List<DataFile> files = new ArrayList<>(chat.finish());
        files.addAll(parquet.finish());
        return new Manifest(
                Manifest.CURRENT_FORMAT,
                cut.getDataset(),
                cut.getVersion(),
                tally.records(),
                cut.getCutAt().toString(),
                Manifest.Origin.of(ranges, schemaId),
                tally.counts(),
                tally.ingredients(),
                decisions.decisions(),
                decisions.quality(cut.getFigures()),
                null,
                announces() ? Withdrawals.announced(cut, withdrawals, earlier) : Withdrawals.of(cut, leftOut),
                tally.producers(),
                files);
    }

    private boolean announces() {
        return ranges.isEmpty() && cut.getLastWithdrawal() != null;
    }

    @Override
    public void close() throws IOException {
        try (chat) {
            parquet.close();
        }
    }
}
