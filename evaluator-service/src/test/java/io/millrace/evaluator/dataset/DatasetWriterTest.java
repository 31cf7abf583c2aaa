package io.millrace.evaluator.dataset;

import static io.millrace.evaluator.dataset.EvaluatedRecords.dropped;
import static io.millrace.evaluator.dataset.EvaluatedRecords.in;
import static io.millrace.evaluator.dataset.EvaluatedRecords.kept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.OffsetRange;
import io.millrace.schemas.Split;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetWriterTest {

    private static final int SCHEMA_ID = 7;

    @TempDir
    private Path root;

    @Test
    void writesExactlyWhatWasKeptForTheDataset() throws IOException {
        Evaluated other = kept("s-other", "2");
        other.getVerified().getCandidate().getSeed().put("dataset", "another");
        var records = StoredRecords.of(kept("s-1", "2"), dropped(kept("s-2", "2")), other, kept("s-3", "two"));

        Manifest manifest =
                new DatasetWriter(root, records, StoredRecords.NO_WITHDRAWALS, () -> SCHEMA_ID).write(records.cut(1));

        assertThat(manifest.records()).isEqualTo(2);
        assertThat(Files.readAllLines(root.resolve("sums/v00001/train.jsonl")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("{\"id\":").contains("\"seed_id\":\"s-1\""),
                        line -> assertThat(line).startsWith("{\"id\":").contains("\"seed_id\":\"s-3\""));
    }

    @Test
    void keepsSplitsApart() throws IOException {
        var records = StoredRecords.of(
                kept("s-1", "2"), in(Split.VALIDATION, kept("s-2", "2")), in(Split.TEST, kept("s-3", "2")));

        Manifest manifest =
                new DatasetWriter(root, records, StoredRecords.NO_WITHDRAWALS, () -> SCHEMA_ID).write(records.cut(1));

        assertThat(manifest.counts().split())
                .containsOnly(Map.entry("train", 1L), Map.entry("validation", 1L), Map.entry("test", 1L));
        assertThat(manifest.files())
                .extracting(DataFile::name)
                .containsExactly(
                        "train.jsonl",
                        "validation.jsonl",
                        "test.jsonl",
                        "train.parquet",
                        "validation.parquet",
                        "test.parquet");
    }

    @Test
    void describesEveryFileAsItLiesOnTheDisk() throws IOException {
        var records = StoredRecords.of(kept("s-1", "2"), in(Split.TEST, kept("s-2", "2")));

        Manifest manifest =
                new DatasetWriter(root, records, StoredRecords.NO_WITHDRAWALS, () -> SCHEMA_ID).write(records.cut(1));

        Path version = root.resolve("sums/v00001");
        assertThat(Manifest.read(version)).isEqualTo(manifest);
        assertThat(manifest.mismatches(version)).isEmpty();
        assertThat(manifest.files())
                .allSatisfy(file -> assertThat(file.records()).isEqualTo(1));
        Files.writeString(version.resolve("test.jsonl"), "{}\n");
        assertThat(manifest.mismatches(version)).containsExactly("test.jsonl");
    }

    @Test
    void givesTheSameBytesForTheSameRecordsInWhateverOrderTheRangesCome() throws IOException {
        var records = new StoredRecords(List.of(
                IntStream.range(0, 500).mapToObj(i -> kept("a-" + i, "2")).toList(),
                IntStream.range(0, 300)
                        .mapToObj(i -> kept("b-" + i, "zwei ≠ 3"))
                        .toList()));
        DatasetCut cut = records.cut(1);
        List<OffsetRange> reversed = new ArrayList<>(cut.getRanges());
        Collections.reverse(reversed);

        new DatasetWriter(root.resolve("one"), records, StoredRecords.NO_WITHDRAWALS, () -> SCHEMA_ID).write(cut);
        new DatasetWriter(root.resolve("two"), records, StoredRecords.NO_WITHDRAWALS, () -> SCHEMA_ID)
                .write(StoredRecords.cut(1, reversed));

        assertThat(contents(root.resolve("one"))).isNotEmpty().isEqualTo(contents(root.resolve("two")));
    }

    @Test
    void changesNothingWhenTheSameCutComesAgain() throws IOException {
        var records = StoredRecords.of(kept("s-1", "2"));
        var writer = new DatasetWriter(root, records, StoredRecords.NO_WITHDRAWALS, () -> SCHEMA_ID);
        Manifest first = writer.write(records.cut(1));
        Map<String, String> before = contents(root);

        Manifest second = writer.write(records.cut(1));

        assertThat(second).isEqualTo(first);
        assertThat(contents(root)).isEqualTo(before);
    }

    @Test
    void refusesOtherContentUnderTheSameNumber() throws IOException {
        var records = StoredRecords.of(kept("s-1", "2"));
        new DatasetWriter(root, records, StoredRecords.NO_WITHDRAWALS, () -> SCHEMA_ID).write(records.cut(1));
        Map<String, String> before = contents(root);
        var others = StoredRecords.of(kept("s-2", "2"));
        var writer = new DatasetWriter(root, others, StoredRecords.NO_WITHDRAWALS, () -> SCHEMA_ID);

        assertThatExceptionOfType(VersionConflictException.class).isThrownBy(() -> writer.write(others.cut(1)));

        assertThat(contents(root)).isEqualTo(before);
    }

    @Test
    void refusesACutWhoseCountsAreNotWhatTheRangesHold() throws IOException {
        var records = StoredRecords.of(kept("s-1", "2"), kept("s-2", "2"));
        var writer = new DatasetWriter(root, records, StoredRecords.NO_WITHDRAWALS, () -> SCHEMA_ID);
        DatasetCut cut = StoredRecords.cut(1, List.of(new OffsetRange("evaluated", 0, 0L, 2L, 3L)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.write(cut))
                .withMessage("The cut counts 3 kept records in a range that holds 2");

        assertThat(contents(root)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/tmp/outside", ".hidden", ""})
    void refusesADatasetWhoseNameLeadsElsewhere(String name) throws IOException {
        var records = StoredRecords.of(kept("s-1", "2"));
        var writer =
                new DatasetWriter(root.resolve("datasets"), records, StoredRecords.NO_WITHDRAWALS, () -> SCHEMA_ID);
        DatasetCut cut = DatasetCut.newBuilder(records.cut(1)).setDataset(name).build();

        assertThatIllegalArgumentException().isThrownBy(() -> writer.write(cut));

        assertThat(contents(root)).isEmpty();
    }

    @Test
    void leavesNothingWhenTheSourceFailsInTheMiddle() throws IOException {
        var records = StoredRecords.of(kept("s-1", "2"), kept("s-2", "2"));
        RecordSource failing = range -> records.read(range).peek(evaluated -> {
            if (evaluated.getVerified().getCandidate().getSeed().getId().equals("s-2")) {
                throw new UncheckedIOException(new IOException("broker lost"));
            }
        });
        var writer = new DatasetWriter(root, failing, StoredRecords.NO_WITHDRAWALS, () -> SCHEMA_ID);

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> writer.write(records.cut(1)));

        assertThat(contents(root)).isEmpty();
    }

    @Test
    void writesVersionsOfOneDatasetSideBySide() throws IOException {
        var records = StoredRecords.of(kept("s-1", "2"), kept("s-2", "2"), kept("s-3", "2"));
        var writer = new DatasetWriter(root, records, StoredRecords.NO_WITHDRAWALS, () -> SCHEMA_ID);

        writer.write(StoredRecords.cut(1, List.of(records.range(0, 0, 2))));
        writer.write(StoredRecords.cut(2, List.of(records.range(0, 2, 3))));

        assertThat(Manifest.read(root.resolve("sums/v00001")).records()).isEqualTo(2);
        assertThat(Manifest.read(root.resolve("sums/v00002")).records()).isEqualTo(1);
    }

    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        directory.relativize(file).toString(),
                        DataFile.of(file, "", 0).sha256());
            }
        }
        return contents;
    }
}
