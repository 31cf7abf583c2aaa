package io.millrace.deploy.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.deploy.console.OperatorException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A topic of three partitions, of which the last is empty. */
class ExtentTest {

    private static final String TOPIC = "verified";

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");

    @BeforeEach
    void fill() {
        Node[] none = {};
        consumer.updatePartitions(
                TOPIC,
                IntStream.range(0, 3)
                        .mapToObj(partition -> new PartitionInfo(TOPIC, partition, null, none, none))
                        .toList());
        consumer.updateBeginningOffsets(Map.of(partition(0), 10L, partition(1), 0L, partition(2), 0L));
        consumer.updateEndOffsets(Map.of(partition(0), 100L, partition(1), 50L, partition(2), 0L));
    }

    @Test
    void isWhatThereIsNowWhereNothingElseIsSaid() {
        assertThat(on()).containsExactly(new Stretch(0, 10, 100), new Stretch(1, 0, 50));
    }

    @Test
    void isCutToWhatThereIsAndPutInOrder() {
        assertThat(on("1:20-900", "0:50-60", "0:0-20", "2:5-6"))
                .containsExactly(new Stretch(0, 10, 20), new Stretch(0, 50, 60), new Stretch(1, 20, 50));
    }

    @Test
    void namesAPartitionThatThereIsNot() {
        assertThatThrownBy(() -> on("3:0-1"))
                .isInstanceOf(OperatorException.class)
                .hasMessage("Topic verified has no partition 3.");
    }

    @Test
    void refusesWhatWouldBeReadTwice() {
        assertThatThrownBy(() -> on("0:0-20", "1:0-20", "0:19-30")).hasMessage("The range 0:19-30 overlaps another.");
    }

    private List<Stretch> on(String... stretches) {
        return new Extent(Stream.of(stretches).map(Stretch::parse).toList(), null, null).on(TOPIC, consumer);
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(TOPIC, number);
    }
}
