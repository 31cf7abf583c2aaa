package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.broker.TestBroker;
import io.millrace.deploy.command.MillraceCommand;
import io.millrace.deploy.factory.Addresses;
import io.millrace.deploy.factory.FactoryPorts;
import io.millrace.deploy.factory.Home;
import io.millrace.deploy.factory.Layout;
import io.millrace.deploy.factory.LocalFactory;
import io.millrace.deploy.factory.ServiceSettings;
import io.millrace.deploy.lineage.EvaluatorClient;
import io.millrace.deploy.process.Deadline;
import io.millrace.deploy.script.Heard;
import io.millrace.deploy.script.Multiplications;
import io.millrace.deploy.script.Play;
import io.millrace.deploy.script.Scenes;
import io.millrace.deploy.script.ScriptedEndpoint;
import io.millrace.deploy.stream.Connection;
import io.millrace.schemas.ModelRef;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** One factory of real processes for all end-to-end tests of a run; it ends with the run. */
final class TestFactory {

    /** A verification recipe of the factory that has puzzles judged by their rules alone. */
    static final String CHECKS = "rules-alone";

    /** A dataset that has a version of its own size, and that size. */
    static final String POLICY_DATASET = "retraining-it";

    static final int POLICY_RECORDS = 5;

    /** A dataset whose first version has this many records. */
    static final String FEEDBACK_DATASET = "feedback-it";

    static final int FEEDBACK_RECORDS = 10;

    private static final String BROKER = "broker";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Layout LAYOUT = new Layout(state());
    private static final ScriptedEndpoint TEACHER = ScriptedEndpoint.start(new Multiplications());
    private static final Play PLAY = new Play(Scenes.all());
    private static final ScriptedEndpoint ACTOR = ScriptedEndpoint.start(PLAY);
    private static final WebhookReceiver RECEIVER = WebhookReceiver.start();
    private static final @Nullable TestBroker CONTAINER = container();
    private static final Queue<String> ANNOUNCED = new ConcurrentLinkedQueue<>();
    private static final FactoryPorts PORTS = FactoryPorts.free();
    private static final LocalFactory FACTORY = start();

    private TestFactory() {}

    private static LocalFactory start() {
        settings().copyTo(LAYOUT);
        return LocalFactory.temporary(
                Home.find(), LAYOUT, PORTS, CONTAINER == null ? null : CONTAINER.bootstrap(), ANNOUNCED::add);
    }

    /**
     * Models that answer only seeds which ask for them, everything else being the apprentice's; checks for those that name them; a
     * webhook for every event, and a policy for one dataset beside the usual one.
     */
    private static ServiceSettings settings() {
        try {
            Path checks =
                    Files.writeString(LAYOUT.state().resolve("it-checks.yaml"), "checks: [{check: countdown-rules}]\n");
            Path secret = Files.writeString(LAYOUT.state().resolve("webhook-secret"), WebhookReceiver.SECRET);
            return new ServiceSettings(Files.writeString(LAYOUT.state().resolve("it-settings.yaml"), """
                millrace.generator.models.scripted:
                  base-url: %s
                  model: scripted
                  weight: 0
                millrace.generator.models.actor:
                  base-url: %s
                  model: actor
                  weight: 0
                  temperature: 0.2..0.9
                  top-p: 0.95
                  max-tokens: 500
                  seed: 7
                  input-price: %d
                  output-price: %d
                  price-table-version: %s
                millrace.verifier.recipes.%s.file: %s
                millrace.evaluator.retraining.policies-file: %s
                millrace.evaluator.webhooks.receiver:
                  url: %s
                  secret-file: %s
                  private-allowed: true
                """.formatted(
                            TEACHER.baseUrl(),
                            ACTOR.baseUrl(),
                            Heard.INPUT_PRICE,
                            Heard.OUTPUT_PRICE,
                            Heard.PRICE_TABLE,
                            CHECKS,
                            checks,
                            policies(),
                            RECEIVER.url(),
                            secret)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path policies() throws IOException {
        return Files.writeString(LAYOUT.state().resolve("policies.yaml"), """
                policies:
                  - policy: usual
                    dataset: "*"
                    gates: []
                    when: [{kept: 1000}]
                  - policy: retraining-it
                    dataset: %s
                    when: [{kept: %d}]
                  - policy: feedback-it
                    dataset: %s
                    when: [{kept: %d}]
                """.formatted(
                        POLICY_DATASET, POLICY_RECORDS, FEEDBACK_DATASET, FEEDBACK_RECORDS));
    }

    static WebhookReceiver receiver() {
        return RECEIVER;
    }

    /** What the model {@code actor} plays, and has played. */
    static Play play() {
        return PLAY;
    }

    /** The model {@code actor}, as receipts name it. */
    static ModelRef actor() {
        return new ModelRef("actor", ScriptedEndpoint.MODEL, ACTOR.baseUrl().toString());
    }

    /** The generator's metrics, as Prometheus reads them. */
    static URI generatorMetrics() {
        return URI.create(
                "http://127.0.0.1:%d/prometheus".formatted(PORTS.generator().management()));
    }

    /** Kills a process as {@code kill -9} does, and waits until the factory has it started again. */
    static void crash(String name) {
        if (CONTAINER != null && name.equals(BROKER)) {
            CONTAINER.crash();
            return;
        }
        FACTORY.kill(name);
        assertThat(Deadline.after(PATIENCE).await(() -> FACTORY.ready(name)))
                .as("the %s is started again", name)
                .isTrue();
        assertThat(ANNOUNCED).contains("The %s has ended and was started again.".formatted(name));
    }

    static Layout layout() {
        return LAYOUT;
    }

    /** Which processes run and how far each stage is behind, for the message of a test that waited in vain. */
    static String condition() {
        JsonNode stats = new EvaluatorClient(addresses().dashboard()).get("/api/v1/stats");
        return millrace("status").out() + stats.toPrettyString();
    }

    static Addresses addresses() {
        return FACTORY.addresses();
    }

    static Connection connection() {
        return new Connection(addresses());
    }

    /** What a command said, and how it ended. */
    record Said(int status, String out, String err) {}

    /** Runs a command on the factory. */
    static Said millrace(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new ArrayList<>(List.of(arguments));
        all.add("--state=" + LAYOUT.state());
        int status = MillraceCommand.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
        return new Said(status, out.toString(), err.toString());
    }

    /** Imports records of which none may be left out, and reads the verdict on each. */
    static List<JsonNode> imported(String dataset, Path seeds, Path candidates, String... more) throws IOException {
        Path out = Files.createTempDirectory(seeds.getParent(), "import-");
        var arguments = new ArrayList<>(List.of("import", "--dataset=" + dataset));
        arguments.addAll(List.of("--seeds=" + seeds, "--candidates=" + candidates, "--out=" + out));
        arguments.addAll(List.of(more));
        Said said = millrace(arguments.toArray(String[]::new));
        assertThat(said.status()).as(said.out() + said.err()).isZero();
        try (MappingIterator<JsonNode> verdicts = new ObjectMapper()
                .readerFor(JsonNode.class)
                .readValues(out.resolve("verdicts.jsonl").toFile())) {
            return verdicts.readAll();
        }
    }

    /** The broker where it is not a process of the factory itself. */
    private static @Nullable TestBroker container() {
        return System.getProperty("millrace.it.broker", "child").equals("child") ? null : TestBroker.start();
    }

    private static Path state() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "it")), "factory-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
