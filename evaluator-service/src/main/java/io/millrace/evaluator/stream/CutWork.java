package io.millrace.evaluator.stream;

import io.millrace.evaluator.dataset.DatasetWriter;
import io.millrace.evaluator.dataset.RetrainingEvent;
import io.millrace.evaluator.dataset.VersionConflictException;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Delivery;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.Input;
import io.millrace.schemas.stage.Output;
import io.millrace.schemas.stage.UnprocessableException;
import io.millrace.schemas.stage.Work;
import io.millrace.schemas.wire.RegistryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the version that a cut describes and announces it as a retraining event. While a gate is closed it does neither, and the cut
 * waits, with those behind it; so what was cut before a gate closed is held back as well.
 */
public final class CutWork implements Work<DatasetCut> {

    private static final Logger LOG = LoggerFactory.getLogger(CutWork.class);
    private static final int ATTEMPTS = 5;

    private final DatasetWriter writer;
    private final BooleanSupplier closed;
    private final Duration pause;
    private final List<String> endpoints;

    /**
     * Work that has done nothing yet.
     *
     * @param closed whether any gate is closed at this moment; may fail as Kafka and the registry do
     * @param endpoints the names of those to be told on the web
     * @param pause before a failed write is tried again, doubled each time, and before a closed gate is looked at again
     */
    public CutWork(DatasetWriter writer, BooleanSupplier closed, List<String> endpoints, Duration pause) {
        this.writer = writer;
        this.closed = closed;
        this.pause = pause;
        this.endpoints = List.copyOf(endpoints);
    }

    @Override
    public List<Output> apply(Input<DatasetCut> input) throws UnprocessableException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                awaitOpen(input);
                DatasetCut cut = input.value();
                RetrainingEvent event = RetrainingEvent.of(writer.write(cut), cut);
                awaitOpen(input);
                return announcements(event);
            } catch (IllegalArgumentException | VersionConflictException e) {
                throw failure(e, attempt, false);
            } catch (IOException | UncheckedIOException | KafkaException e) {
                if (attempt == ATTEMPTS) {
                    throw failure(e, attempt, true);
                }
                LOG.atWarn()
                        .setCause(e)
                        .addKeyValue("cut", input.readFrom())
                        .addKeyValue("attempt", attempt)
                        .log("version not written, trying again");
                Thread.sleep(pause.multipliedBy(1L << (attempt - 1)));
            }
        }
    }

    /** The event, and what each endpoint is to be told of it. */
    private List<Output> announcements(RetrainingEvent event) {
        String json = event.toJson();
        List<Output> outputs = new ArrayList<>();
        outputs.add(new Output.OfText(Topic.RETRAINING, event.subject(), json));
        for (String endpoint : endpoints) {
            Delivery delivery = Delivery.newBuilder()
                    .setEvent(event.id())
                    .setEndpoint(endpoint)
                    .setBody(json)
                    .build();
            outputs.add(Output.of(Topic.WEBHOOKS, event.id(), delivery));
        }
        return outputs;
    }

    private void awaitOpen(Input<DatasetCut> input) throws InterruptedException {
        boolean told = false;
        while (held()) {
            if (!told) {
                LOG.atWarn().addKeyValue("cut", input.readFrom()).log("version held back until every gate is open");
                told = true;
            }
            Thread.sleep(pause);
        }
    }

    /** Where nobody can say whether a gate is closed, nothing goes out. */
    private boolean held() {
        try {
            return closed.getAsBoolean();
        } catch (KafkaException | RegistryException e) {
            LOG.atWarn().addKeyValue("cause", e.getClass().getSimpleName()).log("gates unknown: {}", e.getMessage());
            return true;
        }
    }

    private static UnprocessableException failure(Exception cause, int attempts, boolean replayable) {
        return new UnprocessableException(
                cause.getClass().getSimpleName(), String.valueOf(cause.getMessage()), attempts, replayable);
    }
}
