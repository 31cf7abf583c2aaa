package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.process.Deadline;
import io.millrace.deploy.stream.Shelf;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Decision;
import io.millrace.schemas.EarlierCall;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Selection;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Usage;
import io.millrace.schemas.VerdictKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model endpoint that the factory's settings name, and a strategy that asks it several questions for each sample. */
class TeacherIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SAMPLES = 3;
    private static final int ANSWERS = 4;

    private final String dataset = "taught-" + UUID.randomUUID();

    @TempDir
    private Path directory;

    @Test
    void whatTheTeacherInventsIsSolvedVerifiedKeptAndPaidForOnce() throws IOException {
        int before = TestFactory.teacher().asked();
        Path seeds = Files.writeString(directory.resolve("seeds.jsonl"), """
            {"id":"%s","samples":%d,"source":{"name":"invented"},\
            "strategy":{"name":"self-play","parameters":{"topic":"products","model":"scripted"}}}
            """.formatted(dataset, SAMPLES));

        submit(seeds, SAMPLES);

        assertThat(evaluated()).allSatisfy(record -> {
            assertThat(record.getVerified().getVerdict()).isEqualTo(VerdictKind.ACCEPTED);
            assertThat(record.getDecision()).isEqualTo(Decision.KEEP);
            assertThat(record.getVerified().getCandidate().getEarlierCalls())
                    .extracting(EarlierCall::getStep)
                    .contains("invent")
                    .hasSizeGreaterThan(2);
        });
        List<Usage> usages = evaluated().stream()
                .flatMap(record -> usages(record.getVerified().getCandidate()))
                .toList();
        assertThat(usages)
                .hasSize(TestFactory.teacher().asked() - before)
                .allSatisfy(usage -> assertThat(usage.getCostMicros())
                        .isEqualTo(ScriptedEndpoint.INPUT_TOKENS + 2L * ScriptedEndpoint.OUTPUT_TOKENS));
    }

    @Test
    void ofSeveralAnswersOneIsKeptThatTellsSo() throws IOException {
        Path seeds = Files.writeString(directory.resolve("seeds.jsonl"), """
            {"id":"%s","kind":"math","prompt":"What is 12 * 7?","reference":{"answer":"84"},"source":{"name":"given"},\
            "strategy":{"name":"best-of-n","parameters":{"answers":"%d","model":"scripted"}}}
            """.formatted(dataset, ANSWERS));

        submit(seeds, 1);

        assertThat(evaluated()).singleElement().satisfies(record -> {
            Candidate candidate = record.getVerified().getCandidate();
            assertThat(record.getDecision()).isEqualTo(Decision.KEEP);
            assertThat(candidate.getSelection()).isEqualTo(new Selection("majority", ANSWERS, ANSWERS));
            assertThat(candidate.getEarlierCalls()).hasSize(ANSWERS - 1);
        });
    }

    private void submit(Path seeds, int samples) {
        TestFactory.Said said = TestFactory.millrace("submit", seeds.toString(), "--dataset", dataset);

        assertThat(said.status()).as(said.err()).isZero();
        assertThat(Deadline.after(PATIENCE).await(() -> evaluated().size() == samples))
                .as("a decision on every sample")
                .isTrue();
    }

    private static Stream<Usage> usages(Candidate candidate) {
        return Stream.concat(
                Stream.of(Objects.requireNonNull(candidate.getUsage())),
                candidate.getEarlierCalls().stream().map(call -> Objects.requireNonNull(call.getUsage())));
    }

    private List<Evaluated> evaluated() {
        List<Evaluated> found = new ArrayList<>();
        try (var shelf = new Shelf<>(TestFactory.connection(), Topic.EVALUATED)) {
            shelf.forEachRemaining(entry -> {
                if (entry.value()
                        .getVerified()
                        .getCandidate()
                        .getSeed()
                        .getDataset()
                        .equals(dataset)) {
                    found.add(entry.value());
                }
            });
        }
        return found;
    }
}
