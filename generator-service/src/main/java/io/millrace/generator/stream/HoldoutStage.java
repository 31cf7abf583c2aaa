package io.millrace.generator.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.generator.holdout.Holdouts;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.Preparation;
import io.millrace.schemas.stage.StageClients;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.stage.StageThread;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Follows the topic of holdouts from its beginning, in every process of the generator. */
public final class HoldoutStage implements AutoCloseable {

    private static final String NAME = "millrace-holdouts";
    private static final Duration POLL = Duration.ofMillis(200);

    private final StageSettings settings;
    private final Holdouts holdouts;
    private final StageThread thread = new StageThread("holdouts", this::work);

    public HoldoutStage(StageSettings settings, Holdouts holdouts, MeterRegistry registry) {
        this.settings = settings;
        this.holdouts = holdouts;
        registry.gauge(Metrics.HOLDOUTS, holdouts, Holdouts::size);
    }

    public void start() {
        thread.start();
    }

    public StageThread.State state() {
        return thread.state();
    }

    @Override
    public void close() {
        thread.close();
    }

    private void work(CountDownLatch stop, Runnable onRunning) {
        Preparation.topics(settings, Stream.of(Topic.HOLDOUTS.name()));
        try (Consumer<byte[], byte[]> consumer = new StageClients(NAME, settings).reader()) {
            follow(consumer, holdouts, stop, onRunning);
        }
    }

    /** Reads on until the latch is open. A problem's key says all, so nothing is decoded. */
    static void follow(Consumer<byte[], byte[]> consumer, Holdouts holdouts, CountDownLatch stop, Runnable onRunning) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.HOLDOUTS.name()).stream()
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        boolean complete = false;
        while (stop.getCount() > 0) {
            if (!complete
                    && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                holdouts.complete();
                onRunning.run();
                complete = true;
            }
            consumer.poll(POLL).forEach(record -> note(record, holdouts));
        }
    }

    private static void note(ConsumerRecord<byte[], byte[]> record, Holdouts holdouts) {
        if (record.key() == null) {
            return;
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            holdouts.remove(key);
        } else {
            holdouts.add(key);
        }
    }
}
