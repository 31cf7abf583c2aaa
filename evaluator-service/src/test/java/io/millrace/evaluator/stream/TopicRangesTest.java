package io.millrace.evaluator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millrace.evaluator.dataset.EvaluatedRecords;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.OffsetRange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class TopicRangesTest {

    private static final TopicPartition PARTITION = new TopicPartition("evaluated", 2);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");

    @Test
    void readsWhatLiesInTheRangeAndPassesOverWhatIsNoRecord() {
        stored(3, "before");
        stored(4, "first");
        stored(5, "poison");
        stored(7, "last");
        stored(8, "after");

        try (Stream<Evaluated> records = ranges(Duration.ofSeconds(5)).read(range(4, 8))) {
            assertThat(records)
                    .extracting(evaluated ->
                            evaluated.getVerified().getCandidate().getSeed().getId())
                    .containsExactly("first", "last");
        }
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void saysSoWhenTheRangeIsNotThereInTime() {
        stored(4, "first");

        try (Stream<Evaluated> records = ranges(Duration.ZERO).read(range(4, 8))) {
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(records::toList)
                    .withMessage("No record of evaluated-2 from offset 5 came in time");
        }
    }

    private TopicRanges<Evaluated> ranges(Duration patience) {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        return new TopicRanges<>(() -> consumer, TopicRangesTest::decode, patience);
    }

    private static OffsetRange range(long from, long to) {
        return new OffsetRange("evaluated", 2, from, to, 2L);
    }

    private void stored(long offset, String seedId) {
        consumer.schedulePollTask(() -> consumer.addRecord(
                new ConsumerRecord<>("evaluated", 2, offset, null, seedId.getBytes(StandardCharsets.UTF_8))));
    }

    private static Evaluated decode(byte[] bytes) {
        String seedId = new String(bytes, StandardCharsets.UTF_8);
        if (seedId.equals("poison")) {
            throw new SerializationException("no record");
        }
        return EvaluatedRecords.kept(seedId, "2");
    }
}
