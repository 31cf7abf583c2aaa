package io.millrace.evaluator.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.millrace.schemas.wire.RegistryException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Shows the running factory, once or every second. */
@Controller("/api/v1")
final class LiveController extends Unavailable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveController.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int MAX_SUBSCRIBERS = 50;

    private final SnapshotSource source;
    private final AtomicInteger watching = new AtomicInteger();

    /** One look a second for all who watch, and none while nobody does. */
    private final Flux<Event<?>> events;

    LiveController(SnapshotSource source) {
        this.source = source;
        this.events = Flux.interval(Duration.ZERO, EVERY)
                .onBackpressureDrop()
                .publishOn(Schedulers.boundedElastic(), 1)
                .<Event<?>>map(tick -> event())
                .publish(1)
                .refCount();
    }

    @Get("/stats")
    @ExecuteOn(TaskExecutors.BLOCKING)
    Snapshot stats() {
        return source.look();
    }

    @Get(value = "/stream", produces = MediaType.TEXT_EVENT_STREAM)
    HttpResponse<?> stream() {
        if (watching.get() >= MAX_SUBSCRIBERS) {
            return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "Too many are watching; try again later.");
        }
        return HttpResponse.ok(events.onBackpressureLatest()
                .doOnSubscribe(start -> watching.incrementAndGet())
                .doFinally(end -> watching.decrementAndGet()));
    }

    /** A sign of life where there is nothing to show. */
    private Event<?> event() {
        try {
            return Event.of(source.look()).name("snapshot");
        } catch (KafkaException | RegistryException e) {
            LOG.atDebug().setCause(e).log("nothing to show");
            return Event.of("{}").name("heartbeat");
        }
    }
}
