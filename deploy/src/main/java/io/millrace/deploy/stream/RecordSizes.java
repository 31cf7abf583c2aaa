package io.millrace.deploy.stream;

import io.millrace.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.TopicPartition;

/** How large records are on the wire. */
public final class RecordSizes {

    private static final Duration POLL = Duration.ofSeconds(2);

    private RecordSizes() {}

    /** The mean size in bytes of some records of a topic; 1 where there are none. */
    public static int mean(Connection connection, Topic<?> topic) {
        try (var consumer = connection.consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return (int) StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
                    .mapToInt(raw -> raw.serializedValueSize())
                    .average()
                    .orElse(1);
        }
    }
}
