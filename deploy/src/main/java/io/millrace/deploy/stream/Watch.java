package io.millrace.deploy.stream;

import io.millrace.deploy.account.Outcomes;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.LostRecords;
import io.millrace.schemas.wire.RecordSerde;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/** Follows what becomes of some seeds, from the moment it was opened; to be opened before the first of them is sent. */
public final class Watch implements AutoCloseable {

    /** What a submission's records pass through, dead letters last. */
    public static final List<Topic<?>> TOPICS = Stream.<Topic<?>>concat(
                    Stream.of(Topic.CANDIDATES, Topic.VERIFIED, Topic.EVALUATED), LostRecords.TOPICS.stream())
            .toList();

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Set<String> seedIds;
    private final String submission;
    private final Outcomes outcomes;
    private final RecordSerde<Evaluated> evaluated;
    private final Map<String, RecordSerde<DeadLetter>> letters = new HashMap<>();
    private final LostRecords lostRecords;
    private final Map<String, Long> counts = new HashMap<>();

    public Watch(Connection connection, String submission, Collection<String> seedIds, Outcomes outcomes) {
        this.submission = submission;
        this.seedIds = Set.copyOf(seedIds);
        this.outcomes = outcomes;
        this.evaluated = connection.serde(Topic.EVALUATED);
        LostRecords.TOPICS.forEach(topic -> letters.put(topic.name(), connection.serde(topic)));
        this.lostRecords = connection.lostRecords();
        this.consumer = connection.consumer();
        seekToNow();
    }

    private void seekToNow() {
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.endOffsets(partitions).forEach(consumer::seek);
    }

    /**
     * Reads until the condition holds, or for as long as nothing at all happens.
     *
     * @param patience how long nothing may happen
     * @param listener is told of the progress several times a second
     * @return whether the condition holds
     */
    public boolean until(BooleanSupplier condition, Duration patience, Consumer<Progress> listener) {
        long lastChange = System.nanoTime();
        while (!condition.getAsBoolean()) {
            Progress before = progress();
            consumer.poll(POLL).forEach(this::take);
            if (!progress().equals(before)) {
                lastChange = System.nanoTime();
            } else if (System.nanoTime() - lastChange > patience.toNanos()) {
                return false;
            }
            listener.accept(progress());
        }
        return true;
    }

    /** Reads everything that has been committed by now. */
    public void catchUp() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> raw) {
        String key = raw.key() == null ? "" : new String(raw.key(), StandardCharsets.UTF_8);
        if (!seedIds.contains(key) || raw.value() == null) {
            return;
        }
        counts.merge(raw.topic(), 1L, Long::sum);
        try {
            RecordSerde<DeadLetter> letter = letters.get(raw.topic());
            if (letter != null) {
                take(letter.decode(raw.value()));
            } else if (raw.topic().equals(Topic.EVALUATED.name())) {
                take(evaluated.decode(raw.value()));
            }
        } catch (SerializationException e) {
            // Not a record of ours, whatever its key says.
        }
    }

    private void take(Evaluated record) {
        if (ours(record.getVerified().getCandidate().getSeed())) {
            outcomes.evaluated(record);
        }
    }

    private void take(DeadLetter letter) {
        lostRecords
                .read(letter)
                .filter(lost -> ours(lost.seed()))
                .ifPresent(lost -> outcomes.deadLettered(lost.seed(), lost.candidate(), letter));
    }

    private boolean ours(Seed seed) {
        return seed.getSubmission().equals(submission);
    }

    private Progress progress() {
        return new Progress(
                count(Topic.CANDIDATES.name()),
                count(Topic.VERIFIED.name()),
                count(Topic.EVALUATED.name()),
                letters.keySet().stream().mapToLong(this::count).sum());
    }

    private long count(String topic) {
        return counts.getOrDefault(topic, 0L);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
