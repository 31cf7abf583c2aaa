package io.millrace.evaluator.dataset;

import static io.millrace.evaluator.dataset.EvaluatedRecords.kept;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.OffsetRange;
import io.millrace.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path root;

    @Test
    void leavesNoVersionAndDoesNotStandInTheWayOfTheNext() throws Exception {
        Process process = startWriterThatNeverEnds();
        try {
            awaitFile(process, "train.jsonl");
        } finally {
            process.destroyForcibly().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        assertThat(root.resolve("sums/v00001")).doesNotExist();
        assertThat(staging()).hasSize(1);

        var records = StoredRecords.of(kept("s-1", "2"));
        Manifest manifest =
                new DatasetWriter(root, records, StoredRecords.NO_WITHDRAWALS, () -> 7).write(records.cut(1));

        assertThat(manifest.mismatches(root.resolve("sums/v00001"))).isEmpty();
        assertThat(staging()).isEmpty();
    }

    @Test
    void isToldFromOneThatStillWrites() throws Exception {
        Process process = startWriterThatNeverEnds();
        try {
            awaitFile(process, "train.jsonl");

            var records = StoredRecords.of(kept("s-1", "2"));
            new DatasetWriter(root, records, StoredRecords.NO_WITHDRAWALS, () -> 7).write(records.cut(2));

            assertThat(staging()).hasSize(1);
        } finally {
            process.destroyForcibly().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private Process startWriterThatNeverEnds() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        root.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void awaitFile(Process process, String name) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try (Stream<Path> files = Files.walk(root)) {
                if (files.anyMatch(file -> file.endsWith(name))) {
                    return;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new AssertionError("The writer did not begin to write " + name);
    }

    private List<Path> staging() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("sums"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    /** A program that writes one version for ever. */
    static final class EndlessWriter {

        private EndlessWriter() {}

        public static void main(String[] arguments) throws IOException {
            RecordSource endless = range -> Stream.generate(() -> kept("s-1", "2"));
            new DatasetWriter(Path.of(arguments[0]), endless, StoredRecords.NO_WITHDRAWALS, () -> 7)
                    .write(StoredRecords.cut(1, List.of(new OffsetRange(Topic.EVALUATED.name(), 0, 0L, 1L, 1L))));
        }
    }
}
