package io.millrace.deploy.bench;

import io.millrace.deploy.account.Outcomes;
import io.millrace.deploy.account.Report;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.factory.FactoryPorts;
import io.millrace.deploy.factory.Home;
import io.millrace.deploy.factory.Layout;
import io.millrace.deploy.factory.LocalFactory;
import io.millrace.deploy.intake.FamilySeeds;
import io.millrace.deploy.intake.Submission;
import io.millrace.deploy.run.Run;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.RecordSizes;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All measurements of one run, on a temporary factory of its own. */
public final class Bench {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double WANTED_START_SECONDS = 30;
    private static final int WARM_UP_RECORDS = 2_000;
    private static final int PROGRAMS = 5_000;

    private final Home home;
    private final Path state;
    private final Consumer<String> announce;

    /**
     * A run that has not begun.
     *
     * @param state where the temporary factory keeps its state; empty or missing
     * @param announce is told what is being measured
     */
    public Bench(Home home, Path state, Consumer<String> announce) {
        this.home = home;
        this.state = state;
        this.announce = announce;
    }

    /** Measures everything, with this many records through the whole pipeline. */
    public List<Measured> run(int records) {
        announce.accept("Starting a factory.");
        long start = System.nanoTime();
        try (var factory = LocalFactory.temporary(home, new Layout(state), FactoryPorts.free(), null, announce)) {
            var connection = new Connection(factory.addresses());
            var firstKept = new FirstKeptAt();
            pipeline(connection, 0, WARM_UP_RECORDS, firstKept);
            double startSeconds = (firstKept.nanos - start) / 1e9;
            announce.accept("Sending %,d records through the pipeline.".formatted(records));
            double pipeline = pipeline(connection, WARM_UP_RECORDS, records, firstKept);
            announce.accept("Writing and reading records of the same size without it.");
            connection.ensure(List.of(new Topic<>(KafkaTools.TOPIC, Evaluated.class)));
            int bytes = RecordSizes.mean(connection, Topic.EVALUATED);
            double raw = new KafkaTools(home, factory.addresses().bootstrap()).writeAndRead(10 * records, bytes);
            announce.accept("Judging programs.");
            var measured = new ArrayList<Measured>();
            measured.add(
                    new Measured("rule pipeline, end to end", "records/s", pipeline, "raw produce and consume", raw));
            measured.addAll(new CodeVerdicts(announce).measure(PROGRAMS));
            measured.add(new Measured(
                    "start to the first kept record", "s", startSeconds, "what is wanted", WANTED_START_SECONDS));
            return measured;
        }
    }

    private static double pipeline(Connection connection, long first, int records, Outcomes observer) {
        Instant now = Instant.now();
        var submission = new Submission("bench-" + now.toEpochMilli(), "bench", now);
        var seeds = new FamilySeeds("arithmetic", 1, first, records, "rule");
        Map<String, Integer> samples = seeds.of(submission).collect(Collectors.toMap(Seed::getId, Seed::getSamples));
        Report report = new Run(connection, submission.id(), samples, candidate -> false, observer)
                .send(Topic.SEEDS, seeds.of(submission), Seed::getId, PATIENCE, (progress, tally, elapsed) -> {});
        if (!report.sound()) {
            throw new OperatorException("%d records are unaccounted for.".formatted(report.unaccounted()));
        }
        return report.recordsPerSecond();
    }

    /** Notes when the first record was kept. */
    private static final class FirstKeptAt implements Outcomes {

        private long nanos;

        @Override
        public void evaluated(Evaluated evaluated) {
            if (nanos == 0 && evaluated.getDecision() == Decision.KEEP) {
                nanos = System.nanoTime();
            }
        }

        @Override
        public void deadLettered(Seed seed, @Nullable Candidate candidate, DeadLetter letter) {}
    }
}
