package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.account.Outcomes;
import io.millrace.deploy.account.Report;
import io.millrace.deploy.factory.Addresses;
import io.millrace.deploy.factory.Home;
import io.millrace.deploy.intake.CandidateLines;
import io.millrace.deploy.intake.ImportedCandidate;
import io.millrace.deploy.intake.SeedLines;
import io.millrace.deploy.intake.Submission;
import io.millrace.deploy.process.Child;
import io.millrace.deploy.process.Children;
import io.millrace.deploy.process.Deadline;
import io.millrace.deploy.process.Jvm;
import io.millrace.deploy.process.Ports;
import io.millrace.deploy.run.Run;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second verifier beside the one of the factory. The programs sleep, so that slots are what is scarce and not processors. */
class ScaleIT {

    private static final String SEED = """
            {"id": "nap-%1$d", "kind": "code", "prompt": "Write nap(n).", "source": {"name": "scale", "license": "CC0-1.0", \
            "real": true}, "reference": {"language": "python", "entryPoint": "nap", "tests": "assert nap(%1$d) == %1$d"}}
            """;
    private static final String CANDIDATE = """
            {"seedId": "nap-%1$d", "model": "sleeper", \
            "completion": "```python\\nimport time\\n\\ndef nap(n):\\n    time.sleep(0.25)\\n    return %1$d\\n```"}
            """;
    private static final String GROUP = "millrace-verifier";
    private static final int PARTITIONS = 4;
    private static final int IN_PARTITION = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    private final Queue<Instant> verdicts = new ConcurrentLinkedQueue<>();

    @Test
    void aSecondVerifierNearlyDoublesTheVerdictsAndLosesNothingWhenItIsKilled() throws Exception {
        double alone = verdictsPerSecond("alone");

        try (var children = Children.leashed(directory, directory)) {
            Child second = startVerifier(children);
            awaitMembers(2);
            // Both verifiers have done programs before they are measured.
            verdictsPerSecond("warm-up");
            double together = verdictsPerSecond("together");

            Report killed = judge("killed", seen -> {
                if (seen == PARTITIONS * IN_PARTITION / 4) {
                    second.kill();
                }
            });

            assertThat(together / alone)
                    .as("%.1f verdicts a second of two, %.1f of one", together, alone)
                    .isBetween(1.6, 2.4);
            assertThat(killed.unaccounted()).isZero();
            assertThat(killed.accepted()).isEqualTo(PARTITIONS * IN_PARTITION);
        }
        awaitMembers(1);
    }

    private double verdictsPerSecond(String name) throws IOException {
        verdicts.clear();
        Report report = judge(name, seen -> {});
        assertThat(report.accepted()).as("accepted of %s", report).isEqualTo(PARTITIONS * IN_PARTITION);
        Duration span = Duration.between(Collections.min(verdicts), Collections.max(verdicts));
        return (verdicts.size() - 1) / (span.toMillis() / 1_000.0);
    }

    private Report judge(String name, Consumer<Integer> onVerdict) throws IOException {
        var submission = new Submission(name + "-" + Instant.now().toEpochMilli(), "scale", Instant.now());
        List<Candidate> candidates = sleepers(submission);
        Map<String, Integer> samples = candidates.stream()
                .collect(Collectors.toMap(candidate -> candidate.getSeed().getId(), candidate -> 1));
        var run = new Run(
                TestFactory.connection(), submission.id(), samples, candidate -> false, new Verdicts(onVerdict));
        return run.send(
                Topic.CANDIDATES,
                candidates.stream(),
                candidate -> candidate.getSeed().getId(),
                PATIENCE,
                (progress, tally, elapsed) -> {});
    }

    /** Notes when each verdict was given. */
    private final class Verdicts implements Outcomes {

        private final Consumer<Integer> onVerdict;
        private int seen;

        Verdicts(Consumer<Integer> onVerdict) {
            this.onVerdict = onVerdict;
        }

        @Override
        public void evaluated(Evaluated evaluated) {
            verdicts.add(evaluated.getVerified().getProvenance().getCreatedAt());
            onVerdict.accept(++seen);
        }

        @Override
        public void deadLettered(Seed seed, @Nullable Candidate candidate, DeadLetter letter) {}
    }

    /** As many for each partition, so that two verifiers have the same to do. */
    private List<Candidate> sleepers(Submission submission) throws IOException {
        List<Seed> seeds = SeedLines.read(lines("seeds", SEED), submission).good();
        Collection<List<Candidate>> byPartition =
                CandidateLines.read(lines("candidates", CANDIDATE), seeds, submission).good().stream()
                        .map(ImportedCandidate::candidate)
                        .collect(Collectors.groupingBy(ScaleIT::partition))
                        .values();
        assertThat(byPartition)
                .hasSize(PARTITIONS)
                .allSatisfy(each -> assertThat(each).hasSizeGreaterThanOrEqualTo(IN_PARTITION));
        return byPartition.stream()
                .flatMap(each -> each.stream().limit(IN_PARTITION))
                .toList();
    }

    private static int partition(Candidate candidate) {
        byte[] key = candidate.getSeed().getId().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % PARTITIONS;
    }

    private Path lines(String name, String line) throws IOException {
        Stream<String> lines = IntStream.range(0, 3 * PARTITIONS * IN_PARTITION)
                .mapToObj(number -> line.strip().formatted(number));
        return Files.write(directory.resolve(name + ".jsonl"), lines.toList());
    }

    private Child startVerifier(Children children) {
        Addresses addresses = TestFactory.addresses();
        List<Integer> ports = Ports.free(2);
        var jvm = new Jvm(
                Home.find().classPath("verifier-service"),
                List.of(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + directory,
                        "-Dmillrace.host=127.0.0.1",
                        "-Dmillrace.port=" + ports.getFirst(),
                        "-Dmillrace.management-port=" + ports.getLast(),
                        "-Dmillrace.instance-id=second",
                        "-Dmillrace.kafka.bootstrap.servers=" + addresses.bootstrap(),
                        "-Dmillrace.registry.url=" + addresses.registry()),
                "io.millrace.verifier.VerifierService",
                List.of());
        return children.start(jvm.program("second-verifier", directory));
    }

    private static void awaitMembers(int count) {
        try (Admin admin = TestFactory.connection().admin()) {
            assertThat(Deadline.after(PATIENCE).await(() -> haveWork(admin, count)))
                    .as("%d verifiers share the work", count)
                    .isTrue();
        }
    }

    private static boolean haveWork(Admin admin, int count) {
        ConsumerGroupDescription group = group(admin);
        return group.groupState() == GroupState.STABLE
                && group.members().size() == count
                && group.members().stream()
                        .map(MemberDescription::assignment)
                        .allMatch(assignment -> assignment.topicPartitions().size() == PARTITIONS / count);
    }

    private static ConsumerGroupDescription group(Admin admin) {
        try {
            return admin.describeConsumerGroups(List.of(GROUP))
                    .all()
                    .get()
                    .values()
                    .iterator()
                    .next();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
