package io.millrace.evaluator.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.schemas.Gate;
import io.millrace.schemas.GateStatus;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GateBoardTest {

    private static final String TOPIC = Topic.GATE.name();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final byte[] CLOSED = {0};
    private static final byte[] OPEN = {1};
    private static final byte[] NO_RECORD = {2};

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final GateBoard board = new GateBoard(() -> consumer, GateBoardTest::decode);
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong end = new AtomicLong();

    @BeforeEach
    void start() {
        var node = new Node(0, "127.0.0.1", 1);
        consumer.updatePartitions(
                TOPIC, List.of(new PartitionInfo(TOPIC, 0, node, new Node[] {node}, new Node[] {node})));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 0L));
        board.measure(registry);
    }

    @Test
    void theMetricSaysWhetherEveryGateIsOpen() {
        assertThat(gauge()).isNaN();

        board.look();
        assertThat(gauge()).isEqualTo(1);

        write("math-answer", CLOSED);
        board.look();
        assertThat(gauge()).isZero();

        write("math-answer", OPEN);
        board.look();
        assertThat(gauge()).isEqualTo(1);
    }

    @Test
    void aClosedGateIsStillClosedAfterARestart() {
        consumer.updateEndOffsets(Map.of(PARTITION, 1L));
        consumer.schedulePollTask(() -> write("math-answer", CLOSED));

        assertThat(board.look()).extracting(Gate::getCheck).containsExactly("math-answer");
    }

    @Test
    void oneOpenedGateLeavesTheOthersClosed() {
        board.look();
        write("math-answer", CLOSED);
        write("text-answer", CLOSED);
        write("math-answer", OPEN);

        assertThat(board.look()).extracting(Gate::getCheck).containsExactly("text-answer");
        assertThat(board.known()).contains(board.look());
    }

    @Test
    void bytesThatAreNoRecordOpenNothing() {
        board.look();
        write("math-answer", CLOSED);
        write("math-answer", NO_RECORD);

        assertThat(board.look()).hasSize(1);
    }

    @Test
    void isAtALossWithoutTheTopic() {
        consumer.updatePartitions(TOPIC, List.of());

        assertThatExceptionOfType(KafkaException.class).isThrownBy(board::look);
        assertThat(board.known()).isEmpty();
    }

    /** Needs the consumer to have its partition, which it gets at the first look. */
    private void write(String check, byte[] value) {
        consumer.addRecord(new ConsumerRecord<>(
                TOPIC, 0, end.getAndIncrement(), check.getBytes(StandardCharsets.UTF_8), encoded(check, value)));
        consumer.updateEndOffsets(Map.of(PARTITION, end.get()));
    }

    private double gauge() {
        return registry.get(Metrics.GATE_OPEN).gauge().value();
    }

    private static byte[] encoded(String check, byte[] value) {
        return (new String(value, StandardCharsets.ISO_8859_1) + check).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Optional<Gate> decode(byte[] bytes) {
        if (bytes[0] == NO_RECORD[0]) {
            return Optional.empty();
        }
        return Optional.of(Gate.newBuilder()
                .setCheck(new String(bytes, 1, bytes.length - 1, StandardCharsets.ISO_8859_1))
                .setStatus(bytes[0] == OPEN[0] ? GateStatus.OPEN : GateStatus.CLOSED)
                .setSince(Instant.EPOCH)
                .build());
    }
}
