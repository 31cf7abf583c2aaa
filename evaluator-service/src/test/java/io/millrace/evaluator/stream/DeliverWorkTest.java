package io.millrace.evaluator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.evaluator.webhook.Courier;
import io.millrace.evaluator.webhook.Endpoint;
import io.millrace.evaluator.webhook.Schedule;
import io.millrace.evaluator.webhook.Secrets;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Delivery;
import io.millrace.schemas.DisabledEndpoint;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.Input;
import io.millrace.schemas.stage.Lane;
import io.millrace.schemas.stage.Output;
import io.millrace.schemas.stage.UnprocessableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliverWorkTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Delivery FIRST = Delivery.newBuilder()
            .setEvent("event-1")
            .setEndpoint("trainer")
            .setBody("{}")
            .build();

    private final List<Duration> pauses = new ArrayList<>();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger requests = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // JUnit calls start before anything else.
    private HttpServer server;

    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.incrementAndGet();
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatIsTakenLeadsToNothingMore() throws Exception {
        assertThat(apply(FIRST)).isEmpty();
        assertThat(count("taken")).isEqualTo(1);
    }

    @Test
    void aFailureIsWrittenDownWithTheTimeOfTheNextAttempt() throws Exception {
        status = 500;

        assertThat(apply(FIRST)).singleElement().isInstanceOfSatisfying(Output.OfRecord.class, output -> {
            assertThat(output.topic()).isEqualTo(Topic.WEBHOOKS);
            var next = (Delivery) output.value();
            assertThat(next.getFailures()).isEqualTo(1);
            assertThat(next.getEvent()).isEqualTo("event-1");
            assertThat(next.getNotBefore()).isBetween(NOW.plusSeconds(5), NOW.plusMillis(5_500));
        });
    }

    @Test
    void waitsUntilItsTurn() throws Exception {
        apply(Delivery.newBuilder(FIRST).setNotBefore(NOW.plusSeconds(30)).build());

        assertThat(pauses).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void theLastFailureIsADeadLetterThatMaySucceedLater() {
        status = 500;

        assertThatExceptionOfType(UnprocessableException.class)
                .isThrownBy(
                        () -> apply(Delivery.newBuilder(FIRST).setFailures(9).build()))
                .satisfies(e -> assertThat(e.replayable()).isTrue())
                .satisfies(e -> assertThat(e.attempts()).isEqualTo(10))
                .withMessage("status 500");
    }

    @Test
    void anEndpointThatIsGoneIsWrittenDownAndItsDeliveryIsADeadLetter() throws Exception {
        status = 410;

        assertThat(apply(FIRST))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOfSatisfying(Output.OfRecord.class, output -> {
                            assertThat(output.topic()).isEqualTo(Topic.WEBHOOKS_DISABLED);
                            assertThat(output.key()).isEqualTo("trainer");
                            assertThat(((DisabledEndpoint) output.value()).getUrl())
                                    .startsWith("http://127.0.0.1");
                        }),
                        second -> assertThat(second).isInstanceOf(Output.Failure.class));
    }

    @Test
    void tellsADisabledEndpointNothing() {
        assertThatExceptionOfType(UnprocessableException.class)
                .isThrownBy(() -> work(endpoint -> true).apply(input(FIRST)))
                .satisfies(e -> assertThat(e.errorClass()).isEqualTo("EndpointDisabled"));
        assertThat(requests).hasValue(0);
    }

    @Test
    void tellsNobodyWhileItIsNotKnownWhoIsDisabled() throws Exception {
        var looks = new AtomicInteger();
        Predicate<Endpoint> silent = endpoint -> {
            if (looks.incrementAndGet() < 4) {
                throw new TimeoutException("no answer");
            }
            return false;
        };

        assertThat(work(silent).apply(input(FIRST))).isEmpty();
        assertThat(pauses).hasSize(3);
    }

    @Test
    void aDeliveryToAnEndpointThatIsNotSetUpIsADeadLetter() {
        Delivery other = Delivery.newBuilder(FIRST).setEndpoint("nobody").build();

        assertThatExceptionOfType(UnprocessableException.class).isThrownBy(() -> apply(other));
        assertThat(work(endpoint -> false).lane(other)).isEmpty();
        assertThat(work(endpoint -> false).lane(FIRST)).hasValue(new Lane("trainer", 1_000));
    }

    private List<Output> apply(Delivery delivery) throws Exception {
        return work(endpoint -> false).apply(input(delivery));
    }

    private DeliverWork work(Predicate<Endpoint> disabled) {
        var url =
                URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
        var secrets = Secrets.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var courier = new Courier(new Endpoint("trainer", url, secrets, true, Duration.ofSeconds(20)));
        return new DeliverWork(
                List.of(courier), disabled, Schedule.USUAL, pauses::add, new SplittableRandom(1), () -> NOW, registry);
    }

    private double count(String outcome) {
        return registry.get("millrace.webhook.attempts")
                .tags("endpoint", "trainer", "outcome", outcome)
                .counter()
                .count();
    }

    private static Input<Delivery> input(Delivery delivery) {
        return new Input<>(delivery.getEvent(), delivery, new Coordinates("webhooks", 0, 0L));
    }
}
