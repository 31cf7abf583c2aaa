package io.millrace.evaluator.monitor;

import io.millrace.evaluator.result.Soundness;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TrainingResult;
import io.millrace.schemas.wire.RecordSerde;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Reports and versions, followed in their topics at each look. Safe for use by several threads. */
public final class TopicResults implements ResultLedger, AutoCloseable {

    private final TopicTable<List<TrainingResult>> results;
    private final TopicTable<List<Version>> versions;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final RecordSerde<TrainingResult> serde;
    private @Nullable Producer<byte[], byte[]> producer;

    /**
     * A ledger that has been looked into by nobody yet.
     *
     * @param consumers opens one without partitions
     * @param producers opens one that waits for every replica
     * @param decoder gives nothing for a report that cannot be read
     */
    public TopicResults(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Supplier<Producer<byte[], byte[]>> producers,
            RecordSerde<TrainingResult> serde,
            Function<byte[], Optional<TrainingResult>> decoder) {
        this.producers = producers;
        this.serde = serde;
        this.results = new TopicTable<>(
                Topic.TRAINING_RESULTS.name(),
                consumers,
                bytes -> decoder.apply(bytes)
                        .filter(result -> Soundness.problem(result).isEmpty())
                        .map(List::of),
                TopicResults::joined);
        this.versions = new TopicTable<>(
                Topic.RETRAINING,
                consumers,
                bytes -> Announcements.read(bytes).map(List::of),
                (before, more) ->
                        Stream.concat(before.stream(), more.stream()).distinct().toList());
    }

    /** What comes again under the id of another report is none. */
    private static List<TrainingResult> joined(List<TrainingResult> before, List<TrainingResult> more) {
        Stream<TrainingResult> fresh = more.stream()
                .filter(result ->
                        before.stream().noneMatch(other -> other.getId().equals(result.getId())));
        return Stream.concat(before.stream(), fresh).toList();
    }

    @Override
    public List<TrainingResult> results(String dataset) {
        return of(results, dataset);
    }

    @Override
    public List<Version> versions(String dataset) {
        return of(versions, dataset);
    }

    private static <V> List<V> of(TopicTable<List<V>> table, String dataset) {
        try {
            Map<String, List<V>> all = table.look();
            return all.getOrDefault(dataset, List.of());
        } catch (UnknownTopicOrPartitionException none) {
            return List.of();
        }
    }

    @Override
    public void add(TrainingResult result) {
        byte[] key = result.getDataset().getBytes(StandardCharsets.UTF_8);
        byte[] value = serde.encode(result);
        try {
            var unused = producer()
                    .send(new ProducerRecord<>(Topic.TRAINING_RESULTS.name(), key, value))
                    .get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> open = producer == null ? producers.get() : producer;
        producer = open;
        return open;
    }

    @Override
    public synchronized void close() {
        results.close();
        versions.close();
        if (producer != null) {
            producer.close();
            producer = null;
        }
    }
}
