package io.millrace.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.schemas.Message;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Seed;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.Usage;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.Endpoint;
import io.millrace.schemas.model.HttpModel;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.Prices;
import io.millrace.schemas.model.Retries;
import io.millrace.schemas.model.Timeline;
import io.millrace.schemas.model.Transport;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class AccountsTest {

    private static final int CALLS = 300;
    private static final int INPUT_PRICE = 150_000;
    private static final int OUTPUT_PRICE = 600_000;
    private static final int MILLION = 1_000_000;
    private static final Seed SEED = TestSeeds.seed(TestSeeds.math()).build();

    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong input = new AtomicLong();
    private final AtomicLong output = new AtomicLong();
    private final AtomicLong cost = new AtomicLong();

    @TempDir
    private Path directory;

    @AutoClose
    private final HttpClient client = HttpClient.newHttpClient();

    @AutoClose
    private final ScriptedEndpoint endpoint = new ScriptedEndpoint((number, authorization) -> reply(number));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    /** Keeps its own accounts of what it answered. */
    private ScriptedEndpoint.Reply reply(int number) {
        if (number % 7 == 0) {
            return ScriptedEndpoint.Reply.status(500);
        }
        if (number % 5 == 0) {
            return new ScriptedEndpoint.Reply(429, Map.of("Retry-After", "1"), "");
        }
        int question = 10 + number % 13;
        int reply = 100 + number % 17;
        answers.incrementAndGet();
        input.addAndGet(question);
        output.addAndGet(reply);
        cost.addAndGet(Math.ceilDiv(question * INPUT_PRICE + reply * OUTPUT_PRICE, MILLION));
        return ScriptedEndpoint.Reply.answer("42", question, reply);
    }

    @Test
    void agreeWithTheEndpointsOwnThroughRetriesAndAnswersFromTheCache() throws Exception {
        CountedModel model = model();

        List<Completion> first = ask(model, CALLS);
        List<Completion> again = ask(model, CALLS / 2);

        assertThat(first).noneMatch(Completion::cached);
        assertThat(again).allMatch(Completion::cached);
        assertThat(answers).hasValue(CALLS);
        assertThat(endpoint.requests()).isGreaterThan(CALLS);
        assertThat(first.stream().mapToInt(Completion::attempts).sum()).isEqualTo(endpoint.requests());
        assertThat(counted(Metrics.MODEL_CALLS, "outcome", "answered")).isEqualTo(CALLS);
        assertThat(counted(Metrics.MODEL_CALLS, "outcome", "cached")).isEqualTo(CALLS / 2);
        assertThat(counted(Metrics.MODEL_CALLS, "outcome", "failed")).isZero();
        assertThat(counted(Metrics.MODEL_TOKENS, "direction", "input")).isEqualTo(input.get());
        assertThat(counted(Metrics.MODEL_TOKENS, "direction", "output")).isEqualTo(output.get());
        assertThat(counted(Metrics.MODEL_COST)).isEqualTo(cost.get());
        assertThat(first.stream().mapToLong(AccountsTest::cost).sum()).isEqualTo(cost.get());
        assertThat(again)
                .extracting(Completion::usage)
                .isEqualTo(first.subList(0, CALLS / 2).stream()
                        .map(Completion::usage)
                        .toList());
    }

    private long counted(String counter, String... tags) {
        String[] all =
                Stream.concat(Stream.of("model", "large"), Stream.of(tags)).toArray(String[]::new);
        return (long) registry.get(counter).tags(all).counter().count();
    }

    private CountedModel model() {
        var time = new Timeline(Instant.EPOCH);
        var retries = new Retries(1_000, Duration.ofMillis(10), Duration.ofSeconds(5));
        var prices = Optional.of(new Prices(INPUT_PRICE, OUTPUT_PRICE, "spring"));
        var remote = new HttpModel(
                new Endpoint(endpoint.url(), "large", Optional.empty(), Duration.ofMinutes(1), 8),
                prices,
                new Transport(client, retries, time, () -> 0, time));
        return new CountedModel(new CachedModel(remote, "large", new AnswerCache(directory)), "large", registry);
    }

    private static List<Completion> ask(CountedModel model, int calls) throws Exception {
        List<Callable<Completion>> work = IntStream.range(0, calls)
                .mapToObj(index -> (Callable<Completion>) () -> model.complete(request(index)))
                .toList();
        List<Completion> made = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Completion> completion : threads.invokeAll(work)) {
                made.add(completion.get());
            }
        }
        return made;
    }

    private static ModelRequest request(int index) {
        Message message =
                Message.newBuilder().setRole("user").setContent("6 * 7?").build();
        return new ModelRequest(SEED, index, List.of(message), new Sampling(0.7, null, 100, null));
    }

    private static long cost(Completion completion) {
        Usage usage = Objects.requireNonNull(completion.usage());
        return Objects.requireNonNull(usage.getCostMicros());
    }
}
