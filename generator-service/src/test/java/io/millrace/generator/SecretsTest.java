package io.millrace.generator;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.millrace.generator.holdout.Holdouts;
import io.millrace.generator.model.ScriptedEndpoint;
import io.millrace.generator.model.ScriptedEndpoint.Reply;
import io.millrace.generator.strategy.Strategies;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Task;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.stage.Input;
import io.millrace.schemas.stage.Output;
import io.millrace.schemas.stage.StageDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Looks for the keys of models in all that comes out of the service, whatever an endpoint does with them. */
class SecretsTest {

    private static final String MARKER = "sk-marker";
    private static final String VARIABLE = "MARKED_MODEL_KEY";
    private static final List<String> FAILURES = List.of(
            "Unauthorized",
            "RateLimited",
            "ServerError",
            "Malformed",
            "Redirected",
            "BadRequest",
            "Timeout",
            "CircuitOpen");
    private static final int WAYS = 12;

    private static final Map<String, String> PLAIN = Map.of("Content-Type", "application/json");

    @TempDir
    private Path directory;

    @AutoClose
    private final ScriptedEndpoint endpoint = new ScriptedEndpoint(SecretsTest::reply);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.millrace");

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.TRACE);
    }

    @AfterEach
    void unhear() {
        logger.setLevel(null);
        logger.detachAppender(log);
    }

    /** Every way of failing in turn for each of two models, each with as much of the key in it as fits; then an outage. */
    private static Reply reply(int number, String authorization) {
        return number > 2 * WAYS ? new Reply(500, PLAIN, authorization) : way(number % WAYS, authorization);
    }

    private static Reply way(int number, String authorization) {
        return switch (number) {
            case 1 -> new Reply(401, PLAIN, "wrong key: " + authorization);
            case 2 -> new Reply(429, Map.of("Retry-After", authorization), authorization);
            case 3 -> new Reply(500, Map.of("Content-Type", authorization), authorization);
            case 4 -> Reply.json("{\"choices\": \"" + authorization);
            case 5 -> Reply.json("{\"choices\": [{\"message\": {\"content\": [\"%s\"]}}]}".formatted(authorization));
            case 6 -> Reply.json("{\"%s\": {}}".formatted(authorization));
            case 7 -> new Reply(200, Map.of("Content-Type", "text/" + authorization), authorization);
            case 8 -> new Reply(307, Map.of("Location", "http://127.0.0.1:1/" + authorization), "");
            case 9 -> new Reply(400, PLAIN, authorization);
            case 10 -> Reply.never();
            case 11 -> new Reply(503, Map.of("Retry-After", "1", "X-Key", authorization), authorization);
            default -> Reply.answer("Answer: 42", 10, 20);
        };
    }

    @Test
    void neverTellsAKey() throws Exception {
        List<String> told = new ArrayList<>();
        var holdouts = new Holdouts();
        holdouts.complete();
        try (var context = ApplicationContext.run(settings())) {
            StageDefinition<Seed> stage = new Wiring()
                    .definition(
                            context.getBean(Strategies.class),
                            holdouts,
                            context.getBean(Models.class),
                            context.getBean(MeterRegistry.class));
            for (String alias : List.of("file", "variable", "file")) {
                told.addAll(work(stage, alias));
            }
            told.add(context.getBean(PrometheusMeterRegistry.class).scrape());
            told.add(context.getBeansOfType(ModelConfig.class).toString());
        }
        told.addAll(kept());
        told.addAll(logged());

        assertThat(endpoint.authorizations())
                .contains("Bearer " + MARKER + "-of-the-file", "Bearer " + MARKER + "-of-the-variable");
        assertThat(kept()).hasSize(2);
        assertThat(logged()).isNotEmpty();
        assertThat(String.join("\n", told))
                .contains(FAILURES)
                .contains("Answer: 42")
                .contains("millrace_model_calls_total{model=\"file\",outcome=\"failed\"} 22.0")
                .contains("millrace_model_calls_total{model=\"file\",outcome=\"cached\"} 1.0")
                .contains("\"cached\": true")
                .contains("millrace_model_calls_total{model=\"variable\",outcome=\"answered\"} 1.0")
                .doesNotContain(MARKER);
    }

    private Map<String, Object> settings() throws IOException {
        Path key = Files.writeString(directory.resolve("key"), MARKER + "-of-the-file\n");
        Map<String, Object> settings = Stream.of("file", "variable")
                .flatMap(alias -> Stream.of(
                        Map.entry(alias + ".base-url", endpoint.url()),
                        Map.entry(alias + ".model", "large"),
                        Map.entry(alias + ".timeout", "2s"),
                        Map.entry(alias + ".max-attempts", 1),
                        Map.entry(alias + ".longest-pause", "1ms")))
                .collect(Collectors.toMap(entry -> "millrace.generator.models." + entry.getKey(), Map.Entry::getValue));
        settings.put("millrace.generator.models.file.api-key-file", key);
        settings.put("millrace.generator.models.variable.api-key-variable", VARIABLE);
        settings.put("millrace.generator.cache-directory", directory.resolve("cache"));
        return settings;
    }

    private static List<String> work(StageDefinition<Seed> stage, String alias) throws Exception {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < WAYS; i++) {
            Task task = Task.newBuilder()
                    .setMath(new MathTask("What is %s times %d?".formatted(alias, i), "42", null))
                    .build();
            Seed seed = TestSeeds.seed(task)
                    .setStrategy(new StrategyCall("distillation", Map.of("model", alias)))
                    .build();
            var input = new Input<>(seed.getId(), seed, new Coordinates("seeds", 0, (long) i));
            stage.work().apply(input).stream().map(Output::toString).forEach(told::add);
        }
        return told;
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("cache"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }

    private List<String> logged() {
        return log.list.stream()
                .map(event -> "%s %s %s"
                        .formatted(
                                event.getFormattedMessage(),
                                event.getKeyValuePairs(),
                                ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
    }
}
