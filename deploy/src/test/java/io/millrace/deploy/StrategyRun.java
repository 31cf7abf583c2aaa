package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.deploy.process.Deadline;
import io.millrace.deploy.script.Scene;
import io.millrace.deploy.script.Scenes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** One submission of all seeds for all strategies, which happens once in a run of tests. */
final class StrategyRun {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String DATASET = "strategies";
    private static final Fates FATES = submit();

    /** Read at once, because a generator that is started again counts from zero. */
    private static final String METRICS = metricsPage();

    private StrategyRun() {}

    /** What became of all samples. */
    static Fates fates() {
        return FATES;
    }

    /** The generator's metrics as they were when the last sample had its fate. */
    static String metrics() {
        return METRICS;
    }

    private static String metricsPage() {
        try (InputStream page = TestFactory.generatorMetrics().toURL().openStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fates submit() {
        List<Scene> scenes = Scenes.all();
        List<ObjectNode> lines = Stream.of(
                        scenes.stream().map(StrategySeeds::played),
                        StrategySeeds.unattended(scenes).stream(),
                        StrategySeeds.items().stream(),
                        Stream.of(StrategySeeds.unknown()))
                .flatMap(Function.identity())
                .toList();
        TestFactory.Said said = TestFactory.millrace("submit", file(lines).toString(), "--dataset", DATASET);
        assertThat(said.status()).as(said.err()).isZero();
        List<String> ids = lines.stream().map(line -> line.path("id").asText()).toList();
        int samples = StrategySeeds.samples(lines.stream());
        boolean all =
                Deadline.after(PATIENCE).await(() -> Fates.of(DATASET, ids).samples() >= samples);
        Fates fates = Fates.of(DATASET, ids);
        assertThat(all && fates.samples() == samples)
                .as("%d of %d samples were decided on or refused", fates.samples(), samples)
                .isTrue();
        return fates;
    }

    private static Path file(List<ObjectNode> lines) {
        try {
            Path file = TestFactory.layout().state().resolve("strategies.jsonl");
            return Files.write(file, lines.stream().map(ObjectNode::toString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
