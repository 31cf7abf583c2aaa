package io.millrace.evaluator.dataset;

import static io.millrace.evaluator.dataset.EvaluatedRecords.kept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.millrace.evaluator.Samples;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.OffsetRange;
import io.millrace.schemas.Withdrawal;
import io.millrace.schemas.WithdrawnRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithdrawalsTest {

    private static final StoredRecords RECORDS =
            StoredRecords.of(kept("s-0", "2"), kept("s-1", "2"), kept("s-2", "2"), kept("s-3", "2"));

    @TempDir
    private Path root;

    private final List<Withdrawal> topic = new ArrayList<>();

    @Test
    void areToldByAVersionWithoutRecordsThatNamesTheVersionsWhichHaveThem() throws IOException {
        write(1, null, range(0, 2));
        String before = Files.readString(root.resolve("sums/v00001/manifest.json"));
        topic.add(withdrawal("sums", 1, 3));

        Manifest told = write(2, 0L);

        assertThat(told.records()).isZero();
        assertThat(told.files()).isEmpty();
        assertThat(told.changes()).isNull();
        assertThat(told.withdrawals())
                .isEqualTo(new Withdrawals(
                        new Withdrawals.Place("withdrawals", 0, 0),
                        List.of(),
                        new Withdrawals.Announcement(
                                "it is wrong",
                                "somebody",
                                "2026-01-01T00:00:00Z",
                                List.of(
                                        new Withdrawals.Withdrawn(candidateId(1), 1),
                                        new Withdrawals.Withdrawn(candidateId(3), null)))));
        assertThat(Files.readString(root.resolve("sums/v00002/README.md")))
                .contains("## What is withdrawn, and why?", "| `%s` | 1 |".formatted(candidateId(1)), "it is wrong")
                .doesNotContain("configs", "&id");
        assertThat(root.resolve("sums/v00002/croissant.json")).doesNotExist();
        assertThat(root.resolve("sums/v00001/manifest.json")).hasContent(before);
    }

    @Test
    void areLeftOutOfEveryVersionThatIsCutLater() throws IOException {
        topic.add(withdrawal("sums", 2));

        Manifest version = write(2, 0L, range(1, 4));

        assertThat(version.records()).isEqualTo(2);
        assertThat(version.decisions().kept()).isEqualTo(3);
        assertThat(version.withdrawals().leftOut()).containsExactly(candidateId(2));
        assertThat(Files.readString(root.resolve("sums/v00002/train.jsonl")))
                .contains(RECORDS.partitions().getFirst().get(1).getId())
                .doesNotContain(RECORDS.partitions().getFirst().get(2).getId());
        assertThat(Files.readString(root.resolve("sums/v00002/README.md"))).contains("| `" + candidateId(2) + "` |");
    }

    @Test
    void thatCameAfterACutChangeNothingWhenItIsWrittenAgain() throws IOException {
        topic.add(withdrawal("sums", 0));
        Manifest first = write(2, 0L, range(0, 3));
        topic.add(withdrawal("sums", 1));

        assertThat(write(2, 0L, range(0, 3))).isEqualTo(first);
    }

    @Test
    void ofAnotherDatasetAreNone() throws IOException {
        topic.add(withdrawal("others", 0));

        assertThat(write(1, 0L, range(0, 3)).records()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> write(2, 0L));
    }

    @Test
    void leaveTheNextVersionComparedWithTheLastThatHasRecords() throws IOException {
        write(1, null, range(0, 2));
        topic.add(withdrawal("sums", 1));
        write(2, 0L);

        assertThat(write(3, 0L, range(2, 4)).changes())
                .isNotNull()
                .satisfies(changes -> assertThat(changes.since()).isEqualTo(1));
    }

    private Manifest write(int version, @Nullable Long lastWithdrawal, OffsetRange... ranges) throws IOException {
        WithdrawalSource withdrawals = last -> topic.subList(0, (int) (last.getOffset() + 1)).stream();
        DatasetCut cut = DatasetCut.newBuilder(StoredRecords.cut(version, List.of(ranges)))
                .setLastWithdrawal(lastWithdrawal == null ? null : new Coordinates("withdrawals", 0, lastWithdrawal))
                .build();
        return new DatasetWriter(root, RECORDS, withdrawals, () -> 7).write(cut);
    }

    private static OffsetRange range(int from, int to) {
        return RECORDS.range(0, from, to);
    }

    private static String candidateId(int record) {
        Evaluated evaluated = RECORDS.partitions().getFirst().get(record);
        return evaluated.getVerified().getCandidate().getId();
    }

    private static Withdrawal withdrawal(String dataset, int... records) {
        List<WithdrawnRecord> withdrawn = new ArrayList<>();
        for (int record : records) {
            withdrawn.add(
                    new WithdrawnRecord(candidateId(record), new Coordinates("evaluated", 0, (long) record), null));
        }
        return new Withdrawal(dataset, withdrawn, "it is wrong", "somebody", Samples.CREATED);
    }
}
