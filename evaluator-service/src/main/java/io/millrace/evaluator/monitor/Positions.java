package io.millrace.evaluator.monitor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Asks the brokers how far groups have come and where topics end. */
final class Positions {

    private static final int PATIENCE_SECONDS = 5;
    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    private final Admin admin;

    Positions(Admin admin) {
        this.admin = admin;
    }

    /** What a group has not read: from inclusive, to exclusive; the group's own start where it never committed. */
    record Unread(long from, long to) {}

    /** By reading and partition, the partitions that are not read to their end. */
    Map<Reading, Map<TopicPartition, Unread>> unread(Collection<Reading> readings) {
        List<TopicPartition> partitions = partitions(readings);
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        Map<Reading, Map<TopicPartition, Unread>> unread = new HashMap<>();
        for (Reading reading : readings) {
            Map<TopicPartition, OffsetAndMetadata> committed = committed(reading.group());
            Map<TopicPartition, Unread> ofTopic = new HashMap<>();
            ends.forEach((partition, end) -> {
                OffsetAndMetadata position = committed.get(partition);
                long start = starts.getOrDefault(partition, 0L);
                long from = position == null ? start : Math.max(start, position.offset());
                if (partition.topic().equals(reading.topic()) && from < end) {
                    ofTopic.put(partition, new Unread(from, end));
                }
            });
            unread.put(reading, ofTopic);
        }
        return unread;
    }

    private List<TopicPartition> partitions(Collection<Reading> readings) {
        List<String> topics = readings.stream().map(Reading::topic).toList();
        List<TopicPartition> partitions = new ArrayList<>();
        get(admin.describeTopics(topics).allTopicNames())
                .forEach((name, topic) ->
                        topic.partitions().forEach(part -> partitions.add(new TopicPartition(name, part.partition()))));
        return partitions;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        get(admin.listOffsets(wanted, COMMITTED).all())
                .forEach((partition, result) -> offsets.put(partition, result.offset()));
        return offsets;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        var all = Map.of(group, new ListConsumerGroupOffsetsSpec());
        return get(admin.listConsumerGroupOffsets(all).partitionsToOffsetAndMetadata(group));
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the brokers did not tell positions", e);
        }
    }
}
