package io.millrace.deploy.stream;

import io.millrace.deploy.console.OperatorException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a topic is asked for.
 *
 * @param stretches the whole topic where there are none
 * @param since from the first record of a partition that was written then or later
 * @param until up to the first record of a partition that was written then or later
 */
public record Extent(
        List<Stretch> stretches,
        @Nullable Instant since,
        @Nullable Instant until) {

    public static final Extent WHOLE = new Extent(List.of(), null, null);

    /** @throws OperatorException if two stretches overlap */
    public Extent {
        stretches = List.copyOf(stretches);
        for (int i = 1; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            if (stretches.subList(0, i).stream().anyMatch(stretch::overlaps)) {
                throw new OperatorException("The range %s overlaps another.".formatted(stretch));
            }
        }
    }

    /** What there is of it on a topic now, in the order of partitions and offsets. */
    List<Stretch> on(String topic, Consumer<?, ?> consumer) {
        Map<Integer, Stretch> there = there(topic, consumer);
        Collection<Stretch> wanted = stretches.isEmpty() ? there.values() : stretches;
        List<Stretch> found = new ArrayList<>();
        for (Stretch stretch : wanted) {
            Stretch partition = there.get(stretch.partition());
            if (partition == null) {
                throw new OperatorException("Topic %s has no partition %d.".formatted(topic, stretch.partition()));
            }
            found.add(stretch.within(partition));
        }
        return found.stream()
                .filter(stretch -> !stretch.empty())
                .sorted(Comparator.comparingInt(Stretch::partition).thenComparingLong(Stretch::from))
                .toList();
    }

    /** What was written to each partition between the two times. */
    private Map<Integer, Stretch> there(String topic, Consumer<?, ?> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> first =
                since == null ? consumer.beginningOffsets(partitions) : offsetsAt(since, consumer, ends);
        Map<TopicPartition, Long> last = until == null ? ends : offsetsAt(until, consumer, ends);
        return partitions.stream()
                .map(partition -> new Stretch(
                        partition.partition(), first.getOrDefault(partition, 0L), last.getOrDefault(partition, 0L)))
                .collect(Collectors.toMap(Stretch::partition, stretch -> stretch));
    }

    /** The first offsets written at a time or later; the ends where there are none. */
    private static Map<TopicPartition, Long> offsetsAt(
            Instant time, Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> times = ends.keySet().stream()
                .collect(Collectors.toMap(partition -> partition, partition -> time.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        return ends.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> offset(found.get(end.getKey()), end.getValue())));
    }

    private static long offset(@Nullable OffsetAndTimestamp found, long end) {
        return found == null ? end : Math.min(found.offset(), end);
    }
}
