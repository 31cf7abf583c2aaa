package io.millrace.evaluator.stream;

import io.millrace.evaluator.dataset.DatasetWriter;
import io.millrace.evaluator.dataset.RetrainingEvent;
import io.millrace.evaluator.dataset.VersionConflictException;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.Input;
import io.millrace.schemas.stage.Output;
import io.millrace.schemas.stage.UnprocessableException;
import io.millrace.schemas.stage.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the version that a cut describes and announces it as a retraining event. */
public final class CutWork implements Work<DatasetCut> {

    private static final Logger LOG = LoggerFactory.getLogger(CutWork.class);
    private static final int ATTEMPTS = 5;

    private final DatasetWriter writer;
    private final Duration pause;

    /** @param pause before a failed write is tried again; doubled each time */
    public CutWork(DatasetWriter writer, Duration pause) {
        this.writer = writer;
        this.pause = pause;
    }

    @Override
    public List<Output> apply(Input<DatasetCut> input) throws UnprocessableException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                String event = RetrainingEvent.of(writer.write(input.value())).toJson();
                return List.of(new Output.OfText(Topic.RETRAINING, input.value().getDataset(), event));
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

    private static UnprocessableException failure(Exception cause, int attempts, boolean replayable) {
        return new UnprocessableException(
                cause.getClass().getSimpleName(), String.valueOf(cause.getMessage()), attempts, replayable);
    }
}
