package io.millrace.schemas.stage;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the partitions that a session owns have been worked through. Only {@link #owns} may be asked by other threads. */
final class WindowPositions {

    private static final Logger LOG = LoggerFactory.getLogger(WindowPositions.class);

    private final Consumer<?, ?> consumer;
    private final Map<TopicPartition, FinishedOffsets> owned = new ConcurrentHashMap<>();

    WindowPositions(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    /** Null for a partition that is not owned any more. */
    @Nullable
    FinishedOffsets get(TopicPartition partition) {
        return owned.get(partition);
    }

    /** Whether a position still counts. */
    boolean owns(TopicPartition partition, FinishedOffsets position) {
        return owned.get(partition) == position;
    }

    void assign(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
            partitions.forEach(partition -> owned.put(partition, read(partition, committed.get(partition))));
        }
    }

    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(owned::remove);
    }

    /** Finishes offsets that hold no record, such as transaction markers, so that an idle stage stands at the end of its input. */
    void passGaps() {
        owned.forEach((partition, position) -> position.seen(consumer.position(partition)));
    }

    /** What has to be committed; asking settles it. */
    Map<TopicPartition, OffsetAndMetadata> changes() {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        owned.forEach((partition, position) -> {
            if (position.takeChange()) {
                offsets.put(partition, new OffsetAndMetadata(position.low(), position.metadata()));
            }
        });
        return offsets;
    }

    private FinishedOffsets read(TopicPartition partition, @Nullable OffsetAndMetadata committed) {
        if (committed == null) {
            return FinishedOffsets.from(consumer.position(partition));
        }
        try {
            return FinishedOffsets.from(committed.offset(), committed.metadata());
        } catch (IllegalArgumentException e) {
            LOG.atWarn().addKeyValue("partition", partition).log("the position was set by another program");
            return FinishedOffsets.from(committed.offset());
        }
    }
}
