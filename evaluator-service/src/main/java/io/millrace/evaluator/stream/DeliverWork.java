package io.millrace.evaluator.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.evaluator.webhook.Courier;
import io.millrace.evaluator.webhook.Endpoint;
import io.millrace.evaluator.webhook.Reply;
import io.millrace.evaluator.webhook.Schedule;
import io.millrace.schemas.Delivery;
import io.millrace.schemas.DisabledEndpoint;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.Topic;
import io.millrace.schemas.model.Pause;
import io.millrace.schemas.stage.Input;
import io.millrace.schemas.stage.Lane;
import io.millrace.schemas.stage.Output;
import io.millrace.schemas.stage.UnprocessableException;
import io.millrace.schemas.stage.Work;
import io.millrace.schemas.wire.RegistryException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one endpoint of one event, in one attempt. After a failure the delivery is written again with the time of its next attempt, so
 * that a restart loses neither the count nor the time. What cannot be delivered is a dead letter; an endpoint that wants no more is
 * written down.
 */
public final class DeliverWork implements Work<Delivery> {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverWork.class);

    /** More than wait for one endpoint in three days of failures. */
    private static final int LANE = 1_000;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Courier> couriers;
    private final Predicate<Endpoint> disabled;
    private final Schedule schedule;
    private final Pause pause;
    private final SplittableRandom random;
    private final InstantSource clock;
    private final MeterRegistry registry;

    /**
     * Work that has done nothing yet.
     *
     * @param disabled whether an endpoint wants to be told nothing more; may fail as Kafka and the registry do
     */
    public DeliverWork(
            Collection<Courier> couriers,
            Predicate<Endpoint> disabled,
            Schedule schedule,
            Pause pause,
            SplittableRandom random,
            InstantSource clock,
            MeterRegistry registry) {
        this.couriers = couriers.stream()
                .collect(Collectors.toMap(courier -> courier.endpoint().name(), Function.identity()));
        this.disabled = disabled;
        this.schedule = schedule;
        this.pause = pause;
        this.random = random;
        this.clock = clock;
        this.registry = registry;
    }

    /** Endpoints do not wait for each other. */
    @Override
    public Optional<Lane> lane(Delivery delivery) {
        return Optional.ofNullable(couriers.get(delivery.getEndpoint()))
                .map(courier -> new Lane(courier.endpoint().name(), LANE));
    }

    @Override
    public List<Output> apply(Input<Delivery> input) throws UnprocessableException, InterruptedException {
        Delivery delivery = input.value();
        Courier courier = couriers.get(delivery.getEndpoint());
        if (courier == null) {
            throw failure(delivery, "UnknownEndpoint", "no such endpoint is set up");
        }
        awaitTurn(delivery);
        if (isDisabled(courier.endpoint())) {
            throw failure(delivery, "EndpointDisabled", "the endpoint wanted no more");
        }
        Instant now = clock.instant();
        Reply reply = courier.post(delivery.getEvent(), delivery.getBody(), now);
        return switch (reply) {
            case Reply.Taken taken -> {
                count(delivery, "taken");
                yield List.of();
            }
            case Reply.Gone gone -> {
                count(delivery, "gone");
                yield disable(courier.endpoint(), delivery, now);
            }
            case Reply.Failed failed -> {
                count(delivery, "failed");
                yield again(delivery, failed, now);
            }
        };
    }

    private void awaitTurn(Delivery delivery) throws InterruptedException {
        @Nullable Instant due = delivery.getNotBefore();
        Duration wait = due == null ? Duration.ZERO : Duration.between(clock.instant(), due);
        if (wait.isPositive()) {
            pause.sleep(wait);
        }
    }

    /** Where nobody can say whether the endpoint wants to be told, it is not told yet. */
    private boolean isDisabled(Endpoint endpoint) throws InterruptedException {
        while (true) {
            try {
                return disabled.test(endpoint);
            } catch (KafkaException | RegistryException e) {
                LOG.atWarn()
                        .addKeyValue("cause", e.getClass().getSimpleName())
                        .log("endpoints unknown: {}", e.getMessage());
                pause.sleep(PAUSE);
            }
        }
    }

    private List<Output> disable(Endpoint endpoint, Delivery delivery, Instant now) {
        LOG.atError()
                .addKeyValue("endpoint", endpoint.name())
                .log(
                        "the endpoint wants no more and is told nothing until 'millrace webhooks enable' is called for it");
        var gone = new DisabledEndpoint(endpoint.name(), endpoint.url().toString(), now, delivery.getEvent());
        return List.of(
                Output.of(Topic.WEBHOOKS_DISABLED, endpoint.name(), gone),
                Output.Failure.of(failure(delivery, "EndpointGone", "the endpoint wants no more")));
    }

    private List<Output> again(Delivery delivery, Reply.Failed failed, Instant now) throws UnprocessableException {
        int failures = delivery.getFailures() + 1;
        Optional<Duration> wait;
        synchronized (random) {
            wait = schedule.pause(failures, failed.retryAfter(), random);
        }
        LOG.atWarn()
                .addKeyValue("endpoint", delivery.getEndpoint())
                .addKeyValue("event", delivery.getEvent())
                .addKeyValue("failures", failures)
                .addKeyValue("cause", failed.cause())
                .log("the endpoint was not told");
        if (wait.isEmpty()) {
            throw failure(delivery, "NotDelivered", failed.cause());
        }
        Delivery next = Delivery.newBuilder(delivery)
                .setFailures(failures)
                .setNotBefore(now.plus(wait.get()))
                .build();
        return List.of(Output.of(Topic.WEBHOOKS, next.getEvent(), next));
    }

    private void count(Delivery delivery, String outcome) {
        registry.counter(Metrics.WEBHOOK_ATTEMPTS, "endpoint", delivery.getEndpoint(), "outcome", outcome)
                .increment();
    }

    private static UnprocessableException failure(Delivery delivery, String errorClass, String message) {
        return new UnprocessableException(errorClass, message, delivery.getFailures() + 1, true);
    }
}
