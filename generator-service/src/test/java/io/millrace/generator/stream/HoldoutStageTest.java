package io.millrace.generator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.generator.holdout.Holdouts;
import io.millrace.schemas.HoldoutKey;
import io.millrace.schemas.Task;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TrustedRecords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HoldoutStageTest {

    static {
        TrustedRecords.allow();
    }

    private static final String TOPIC = Topic.HOLDOUTS.name();
    private static final TopicPartition PLACE = new TopicPartition(TOPIC, 0);
    private static final Task FIRST = TestSeeds.math();
    private static final Task SECOND = TestSeeds.text();

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final Holdouts holdouts = new Holdouts();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch running = new CountDownLatch(1);
    private long offset;

    @Test
    void isReadyOnceItHasReadWhatWasThereWhenItBeganAndFollowsFromThenOn() throws InterruptedException {
        Node node = new Node(0, "here", 1);
        consumer.updatePartitions(
                TOPIC, List.of(new PartitionInfo(TOPIC, 0, node, new Node[] {node}, new Node[] {node})));
        consumer.updateBeginningOffsets(Map.of(PLACE, 0L));
        consumer.updateEndOffsets(Map.of(PLACE, 2L));
        consumer.schedulePollTask(() -> write(key(FIRST), new byte[0]));
        consumer.schedulePollTask(() -> {
            assertThat(running.getCount()).as("half read").isEqualTo(1);
            write(key(SECOND), new byte[0]);
        });
        consumer.schedulePollTask(() -> {
            assertThat(running.getCount()).as("all read").isZero();
            assertThat(holdouts.size()).isEqualTo(2);
            write(key(SECOND), null);
        });
        consumer.schedulePollTask(stop::countDown);

        HoldoutStage.follow(consumer, holdouts, stop, running::countDown);

        assertThat(holdouts.hold(TestSeeds.seed(FIRST).build())).isTrue();
        assertThat(holdouts.hold(TestSeeds.seed(SECOND).build())).isFalse();
    }

    private static String key(Task task) {
        return HoldoutKey.of("dataset", task);
    }

    private void write(String key, byte @Nullable [] value) {
        consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, offset++, key.getBytes(StandardCharsets.UTF_8), value));
    }
}
