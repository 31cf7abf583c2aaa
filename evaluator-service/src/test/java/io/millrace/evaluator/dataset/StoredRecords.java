package io.millrace.evaluator.dataset;

import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.OffsetRange;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A topic in memory: a list for each partition, an offset for each record. */
record StoredRecords(List<List<Evaluated>> partitions) implements RecordSource {

    static final WithdrawalSource NO_WITHDRAWALS = last -> Stream.empty();

    static StoredRecords of(Evaluated... records) {
        return new StoredRecords(List.of(List.of(records)));
    }

    @Override
    public Stream<Evaluated> read(OffsetRange range) {
        return partitions.get(range.getPartition()).subList((int) range.getFrom(), (int) range.getTo()).stream();
    }

    /** A cut over everything. */
    DatasetCut cut(int version) {
        List<OffsetRange> ranges = IntStream.range(0, partitions.size())
                .mapToObj(partition ->
                        range(partition, 0, partitions.get(partition).size()))
                .toList();
        return cut(version, ranges);
    }

    static DatasetCut cut(int version, List<OffsetRange> ranges) {
        return DatasetCut.newBuilder()
                .setDataset(EvaluatedRecords.DATASET)
                .setVersion(version)
                .setKept(ranges.stream().mapToLong(OffsetRange::getCount).sum())
                .setRanges(ranges)
                .setCutAt(Instant.parse("2026-02-03T05:00:00Z"))
                .build();
    }

    OffsetRange range(int partition, int from, int to) {
        long kept = partitions.get(partition).subList(from, to).stream()
                .filter(evaluated -> evaluated.getDecision() == Decision.KEEP)
                .filter(evaluated -> evaluated
                        .getVerified()
                        .getCandidate()
                        .getSeed()
                        .getDataset()
                        .equals(EvaluatedRecords.DATASET))
                .count();
        return new OffsetRange("evaluated", partition, (long) from, (long) to, kept);
    }
}
