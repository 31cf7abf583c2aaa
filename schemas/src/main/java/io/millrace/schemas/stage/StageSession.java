package io.millrace.schemas.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stage's work from one committed position on, until it is stopped or a transaction fails. One thread polls, commits and holds
 * all state; only the work itself runs elsewhere.
 */
final class StageSession<V extends SpecificRecord> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StageSession.class);
    private static final Duration IDLE_WAIT = Duration.ofMillis(100);
    private static final Duration BUSY_WAIT = Duration.ofMillis(5);
    private static final Duration POSITION_INTERVAL = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final StageDefinition<V> definition;
    private final WindowSettings window;
    private final StageCodec<V> codec;
    private final StageMeters meters;
    private final CountDownLatch stop;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final BlockingQueue<Result> finished = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Error> broken = new AtomicReference<>();
    private final Lanes lanes;

    private final WindowPositions positions;
    private final Set<TopicPartition> held = new HashSet<>();
    private final List<Result> batch = new ArrayList<>();
    private long batchSince;
    private long committedAt = System.nanoTime();

    StageSession(
            StageDefinition<V> definition,
            StageSettings settings,
            StageCodec<V> codec,
            StageMeters meters,
            CountDownLatch stop) {
        this.definition = definition;
        this.window = settings.window();
        this.codec = codec;
        this.meters = meters;
        this.stop = stop;
        this.lanes = new Lanes(window, meters.inFlight());
        var clients = new StageClients(definition.group(), settings);
        this.producer = clients.producer();
        this.consumer = clients.consumer();
        this.positions = new WindowPositions(consumer);
    }

    /** What became of one record; its owner is the position it counts towards, unless the partition has gone since. */
    private record Result(
            TopicPartition partition,
            FinishedOffsets owner,
            ConsumerRecord<byte[], byte[]> raw,
            List<Output> outputs) {}

    void run(Runnable onRunning) {
        producer.initTransactions();
        consumer.subscribe(List.of(definition.input().name()), new Assignment());
        onRunning.run();
        while (stop.getCount() > 0) {
            takeIn();
            collect();
            if (due()) {
                commit();
            }
            Error error = broken.get();
            if (error != null) {
                throw error;
            }
        }
        finishSoon();
    }

    private void takeIn() {
        boolean room = lanes.hasRoom() && batch.size() < window.maxResults();
        throttle(room);
        boolean idle = lanes.isEmpty() && batch.isEmpty() && finished.isEmpty();
        ConsumerRecords<byte[], byte[]> records =
                consumer.poll(room && finished.isEmpty() ? (idle ? IDLE_WAIT : BUSY_WAIT) : Duration.ZERO);
        records.partitions().forEach(partition -> start(partition, records.records(partition)));
        positions.passGaps();
    }

    /** Reads on only where there is room, and not where one record is so slow that its position could not be told any more. */
    private void throttle(boolean room) {
        held.removeIf(partition -> {
            FinishedOffsets position = positions.get(partition);
            return position == null || position.admits(consumer.position(partition));
        });
        if (room) {
            Set<TopicPartition> open = new HashSet<>(consumer.assignment());
            open.removeAll(held);
            consumer.resume(open);
            consumer.pause(held);
        } else {
            consumer.pause(consumer.assignment());
        }
    }

    private void start(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        FinishedOffsets position = positions.get(partition);
        if (position == null) {
            return;
        }
        for (ConsumerRecord<byte[], byte[]> raw : records) {
            if (!position.admits(raw.offset())) {
                consumer.seek(partition, raw.offset());
                held.add(partition);
                return;
            }
            boolean workedOn = position.isFinished(raw.offset());
            position.start(raw.offset());
            if (!workedOn) {
                start(partition, position, raw);
            }
        }
    }

    private void start(TopicPartition partition, FinishedOffsets position, ConsumerRecord<byte[], byte[]> raw) {
        try {
            Input<V> input = codec.read(raw);
            lanes.execute(lane(input.value()), raw.serializedValueSize(), () -> work(partition, position, raw, input));
        } catch (SerializationException e) {
            batchUp(new Result(partition, position, raw, List.of(Output.Failure.of(e))));
        }
    }

    private Optional<Lane> lane(V value) {
        try {
            return definition.work().lane(value);
        } catch (RuntimeException | StackOverflowError e) {
            // The work on such a record fails too, and says why.
            return Optional.empty();
        }
    }

    private void work(
            TopicPartition partition, FinishedOffsets position, ConsumerRecord<byte[], byte[]> raw, Input<V> input) {
        if (!positions.owns(partition, position)) {
            return;
        }
        long started = System.nanoTime();
        try {
            finished.add(new Result(partition, position, raw, definition.work().apply(input)));
        } catch (Exception | StackOverflowError e) {
            finished.add(new Result(partition, position, raw, List.of(Output.Failure.of(e))));
        } catch (Error e) {
            broken.set(e);
        } finally {
            meters.work().record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        }
    }

    private void collect() {
        boolean full = !lanes.hasRoom() && finished.isEmpty();
        try {
            Result result = full ? finished.poll(BUSY_WAIT.toMillis(), TimeUnit.MILLISECONDS) : finished.poll();
            for (; result != null; result = finished.poll()) {
                batchUp(result);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void batchUp(Result result) {
        if (batch.isEmpty()) {
            batchSince = System.nanoTime();
        }
        batch.add(result);
    }

    private boolean due() {
        long now = System.nanoTime();
        return batch.isEmpty()
                ? now - committedAt >= POSITION_INTERVAL.toNanos()
                : batch.size() >= window.maxResults()
                        || now - batchSince >= window.commitInterval().toNanos();
    }

    /** One transaction: results, dead letters and position. A failure ends the session, and the next one starts from Kafka's word. */
    private void commit() {
        committedAt = System.nanoTime();
        batch.removeIf(result -> !positions.owns(result.partition(), result.owner()));
        batch.forEach(result -> result.owner().finish(result.raw().offset()));
        Map<TopicPartition, OffsetAndMetadata> offsets = positions.changes();
        if (offsets.isEmpty()) {
            return;
        }
        try {
            producer.beginTransaction();
            var written = new HashMap<String, Integer>();
            batch.forEach(
                    result -> codec.write(result.raw(), result.outputs()).forEach(output -> send(output, written)));
            producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
            producer.commitTransaction();
            meters.committed(batch.size(), written);
            batch.clear();
        } catch (RuntimeException e) {
            meters.aborted();
            throw e;
        }
    }

    private void send(ProducerRecord<byte[], byte[]> output, Map<String, Integer> written) {
        // A send that fails later fails the commit.
        var unused = producer.send(output);
        written.merge(output.topic(), 1, Integer::sum);
    }

    private void finishSoon() {
        try {
            if (!lanes.finish(GRACE)) {
                LOG.atInfo()
                        .addKeyValue("stage", definition.name())
                        .log("stopping; the rest is worked on after the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        collect();
        commit();
    }

    @Override
    public void close() {
        lanes.stop();
        // What interrupted work says is not committed: whoever reads its record next does it again.
        positions.forget(consumer.assignment());
        producer.close(CLOSE_TIMEOUT);
        consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }

    private final class Assignment implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            positions.assign(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            collect();
            commit();
            onPartitionsLost(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            positions.forget(partitions);
        }
    }
}
