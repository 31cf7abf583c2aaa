package io.millrace.evaluator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millrace.evaluator.dataset.DatasetWriter;
import io.millrace.evaluator.dataset.EvaluatedRecords;
import io.millrace.evaluator.dataset.RecordSource;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Delivery;
import io.millrace.schemas.OffsetRange;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.Input;
import io.millrace.schemas.stage.Output;
import io.millrace.schemas.stage.UnprocessableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutWorkTest {

    private static final RecordSource ONE_RECORD = range -> Stream.of(EvaluatedRecords.kept("s-1", "2"));

    @TempDir
    private Path root;

    @Test
    void announcesTheVersionUnderTheDatasetsName() throws Exception {
        List<Output> outputs = work(ONE_RECORD).apply(cut(EvaluatedRecords.DATASET));

        assertThat(root.resolve("sums/v00001/manifest.json")).exists();
        assertThat(outputs)
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOfSatisfying(Output.OfText.class, event -> {
                            assertThat(event.topic()).isEqualTo("retraining");
                            assertThat(event.key()).isEqualTo("sums");
                            assertThat(event.text()).contains("\"directory\":\"sums/v00001\"");
                        }),
                        second -> assertThat(second).isInstanceOfSatisfying(Output.OfRecord.class, record -> {
                            assertThat(record.topic()).isEqualTo(Topic.WEBHOOKS);
                            assertThat(((Delivery) record.value()).getEndpoint())
                                    .isEqualTo("trainer");
                        }));
    }

    @Test
    void announcesTheSameWhenTheCutIsRedelivered() throws Exception {
        var work = work(ONE_RECORD);

        assertThat(work.apply(cut(EvaluatedRecords.DATASET))).isEqualTo(work.apply(cut(EvaluatedRecords.DATASET)));
    }

    @Test
    void triesAgainWhenTheBrokerDoesNotAnswer() throws Exception {
        var reads = new AtomicInteger();

        List<Output> outputs = work(range -> {
                    if (reads.incrementAndGet() < 3) {
                        throw new TimeoutException("no answer");
                    }
                    return ONE_RECORD.read(range);
                })
                .apply(cut(EvaluatedRecords.DATASET));

        assertThat(outputs).hasSize(2);
        assertThat(reads).hasValue(3);
    }

    @Test
    void givesUpReplayablyWhenTheBrokerNeverAnswers() throws IOException {
        var work = work(range -> {
            throw new TimeoutException("no answer");
        });

        assertThatExceptionOfType(UnprocessableException.class)
                .isThrownBy(() -> work.apply(cut(EvaluatedRecords.DATASET)))
                .satisfies(e -> assertThat(e.replayable()).isTrue())
                .satisfies(e -> assertThat(e.attempts()).isEqualTo(5));
    }

    @Test
    void refusesAHostileNameForGood() throws IOException {
        var work = work(ONE_RECORD);

        assertThatExceptionOfType(UnprocessableException.class)
                .isThrownBy(() -> work.apply(cut("../etc")))
                .satisfies(e -> assertThat(e.replayable()).isFalse())
                .withMessageNotContaining("etc");
    }

    @Test
    void writesAndAnnouncesNothingUntilTheGateIsOpened() throws Exception {
        var looks = new ArrayDeque<>(List.of(true, true, false, false));
        var work = work(ONE_RECORD, () -> {
            assertThat(!looks.peek() || Files.notExists(root.resolve("sums"))).isTrue();
            return looks.remove();
        });

        assertThat(work.apply(cut(EvaluatedRecords.DATASET))).hasSize(2);
        assertThat(looks).isEmpty();
    }

    @Test
    void doesNotAnnounceWhatIsWrittenWhileTheGateCloses() throws Exception {
        var looks = new ArrayDeque<>(List.of(false, true, true, false));

        assertThat(work(ONE_RECORD, looks::remove).apply(cut(EvaluatedRecords.DATASET)))
                .hasSize(2);
        assertThat(looks).isEmpty();
    }

    @Test
    void announcesNothingWhileNobodyCanSayWhetherTheGateIsClosed() throws Exception {
        var looks = new AtomicInteger();
        BooleanSupplier silent = () -> {
            if (looks.incrementAndGet() <= 10) {
                throw new TimeoutException("no answer");
            }
            return false;
        };

        assertThat(work(ONE_RECORD, silent).apply(cut(EvaluatedRecords.DATASET)))
                .hasSize(2);
        assertThat(looks).hasValue(12);
    }

    @Test
    void stopsWaitingWhenTheServiceDoes() throws IOException {
        var work = work(ONE_RECORD, () -> true);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> work.apply(cut(EvaluatedRecords.DATASET)));
    }

    private CutWork work(RecordSource source) throws IOException {
        return work(source, () -> false);
    }

    private CutWork work(RecordSource source, BooleanSupplier closed) throws IOException {
        return new CutWork(
                new DatasetWriter(root, source, last -> Stream.empty(), () -> 7),
                closed,
                List.of("trainer"),
                Duration.ofMillis(1));
    }

    private static Input<DatasetCut> cut(String dataset) {
        DatasetCut cut = DatasetCut.newBuilder()
                .setDataset(dataset)
                .setVersion(1)
                .setKept(1)
                .setRanges(List.of(new OffsetRange("evaluated", 0, 0L, 1L, 1L)))
                .setCutAt(Instant.EPOCH)
                .build();
        return new Input<>(dataset, cut, new Coordinates("dataset-cuts", 0, 0L));
    }
}
