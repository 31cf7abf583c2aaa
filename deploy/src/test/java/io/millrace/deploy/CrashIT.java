package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.account.Report;
import io.millrace.deploy.intake.FamilySeeds;
import io.millrace.deploy.intake.Submission;
import io.millrace.deploy.process.Deadline;
import io.millrace.deploy.run.FirstKept;
import io.millrace.deploy.run.Run;
import io.millrace.deploy.stream.Shelf;
import io.millrace.evaluator.dataset.DataFile;
import io.millrace.evaluator.dataset.Manifest;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CrashIT {

    private static final int RECORDS = Integer.getInteger("millrace.it.crash.records", 5_000);
    private static final List<String> VICTIMS =
            List.of("generator-service", "verifier-service", "registry", "evaluator-service", "broker");
    private static final String DATASET = "crash";

    /** What the evaluator makes a version of unless told otherwise. */
    private static final int RECORDS_IN_VERSION = 1_000;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MAX_PAUSE_MILLIS = 1_500;

    @Test
    void nothingIsLostOrDoubledWhenProcessesAreKilled() throws IOException {
        var submission = new Submission("crash-" + Instant.now().toEpochMilli(), DATASET, Instant.now());
        var seeds = new FamilySeeds("arithmetic", 1, 0, RECORDS, "rule");
        Map<String, Integer> samples = seeds.of(submission).collect(Collectors.toMap(Seed::getId, Seed::getSamples));
        var run = new Run(TestFactory.connection(), submission.id(), samples, candidate -> false, new FirstKept());

        CompletableFuture<Void> killing = CompletableFuture.runAsync(() -> killAll(new Random(RECORDS)));
        Report report =
                run.send(Topic.SEEDS, seeds.of(submission), Seed::getId, PATIENCE, (progress, tally, elapsed) -> {});
        killing.join();

        assertThat(report.unaccounted())
                .as(() -> report + "\n" + TestFactory.condition())
                .isZero();
        assertThat(report.kept() + report.duplicates()).isEqualTo(report.accepted());
        List<String> kept = keptContents(submission.id());
        assertThat(kept).doesNotHaveDuplicates().hasSize((int) report.kept());
        List<Path> versions = awaitVersions(kept.size() / RECORDS_IN_VERSION);
        assertThat(filesThatDiffer(versions)).isEmpty();
        assertThat(recordsIn(versions)).doesNotHaveDuplicates().hasSize(versions.size() * RECORDS_IN_VERSION);
    }

    private static void killAll(Random random) {
        for (String victim : VICTIMS) {
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(MAX_PAUSE_MILLIS)).toNanos());
            TestFactory.crash(victim);
        }
    }

    private static List<String> keptContents(String submission) {
        var contents = new ArrayList<String>();
        try (var shelf = new Shelf<>(TestFactory.connection(), Topic.EVALUATED)) {
            while (shelf.hasNext()) {
                Evaluated evaluated = shelf.next().value();
                var candidate = evaluated.getVerified().getCandidate();
                if (evaluated.getDecision() == Decision.KEEP
                        && candidate.getSeed().getSubmission().equals(submission)) {
                    contents.add(candidate.getProvenance().getContentHash());
                }
            }
        }
        return contents;
    }

    /** Versions are written after the records in them are decided on, so they come a little later. */
    private static List<Path> awaitVersions(int count) {
        boolean written = Deadline.after(PATIENCE).await(() -> versions().size() >= count);

        assertThat(written)
                .as(() ->
                        "%d versions, of which there are %s%n%s".formatted(count, versions(), TestFactory.condition()))
                .isTrue();
        return versions();
    }

    private static List<Path> versions() {
        Path dataset = TestFactory.layout().datasets().resolve(DATASET);
        if (!Files.exists(dataset)) {
            return List.of();
        }
        try (var all = Files.list(dataset)) {
            return all.filter(version -> Files.exists(version.resolve(Manifest.FILE_NAME)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> filesThatDiffer(List<Path> versions) throws IOException {
        var different = new ArrayList<String>();
        for (Path version : versions) {
            different.addAll(Manifest.read(version).mismatches(version));
        }
        return different;
    }

    private static List<String> recordsIn(List<Path> versions) throws IOException {
        var records = new ArrayList<String>();
        for (Path version : versions) {
            for (DataFile file : Manifest.read(version).files()) {
                if (file.name().endsWith(".jsonl")) {
                    records.addAll(Files.readAllLines(version.resolve(file.name())));
                }
            }
        }
        return records;
    }
}
