package io.millrace.verifier.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.schemas.Fact;
import io.millrace.schemas.FactKey;
import io.millrace.schemas.Topic;
import io.millrace.schemas.wire.RecordSerde;
import io.millrace.schemas.wire.RegistryException;
import io.millrace.schemas.wire.SchemaIds;
import io.millrace.verifier.factuality.ReferenceException;
import io.millrace.verifier.factuality.ReferenceTable.Answers;
import io.millrace.verifier.factuality.ReferenceTable.Question;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactReaderTest {

    private static final String TOPIC = Topic.FACTS.name();
    private static final Question SYMBOL = new Question("gold", "symbol");
    private static final Question COLOUR = new Question("gold", "colour");
    private static final int MAX_BYTES = 500;

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final OneSchema registry = new OneSchema();
    private final RecordSerde<Fact> serde = new RecordSerde<>(Topic.FACTS, registry);
    private final HeldFacts facts = new HeldFacts(MAX_BYTES, Duration.ZERO);
    private final Map<Integer, Long> ends = new HashMap<>();

    @BeforeEach
    void start() {
        partitions(2);
    }

    @Test
    void answersNothingBeforeTheEndThatTheTopicHadAtTheStart() throws ReferenceException {
        consumer.updateEndOffsets(Map.of(new TopicPartition(TOPIC, 0), 1L, new TopicPartition(TOPIC, 1), 1L));
        FactReader reader = reader();
        write(0, fact("gold", "symbol", "Au"));

        assertThat(reader.read()).isTrue();
        assertThatThrownBy(this::symbol).isInstanceOf(ReferenceException.class).hasMessageContaining("not been read");

        write(1, fact("gold", "colour", "yellow"));
        assertThat(reader.read()).isTrue();
        assertThat(symbol()).containsExactly("Au");
    }

    @Test
    void saysOfAllAnswersTogetherHowFarItHasRead() throws ReferenceException {
        FactReader reader = reader();
        reader.read();
        assertThat(facts.answers(List.of(SYMBOL)).state()).containsEntry("facts", "facts 0:0 1:0");

        write(0, fact("gold", "symbol", "Au"));
        write(1, fact("Gold", "Colour", "yellow", "red"));
        reader.read();

        assertThat(facts.answers(List.of(COLOUR, SYMBOL)))
                .isEqualTo(new Answers(
                        List.of(List.of("yellow", "red"), List.of("Au")), Map.of("facts", "facts 0:1 1:1")));
    }

    @Test
    void aLaterFactTakesThePlaceOfAnEarlierOneAndATombstoneRemovesIt() throws ReferenceException {
        FactReader reader = reader();
        write(0, fact("gold", "symbol", "Ag"));
        write(0, fact("gold", "symbol", "Au"));
        reader.read();
        assertThat(symbol()).containsExactly("Au");

        write(0, FactKey.of("gold", "symbol"), null);
        reader.read();
        assertThat(symbol()).isEmpty();
    }

    @Test
    void whatCannotBeReadLeavesNothingKnown() throws ReferenceException {
        FactReader reader = reader();
        write(0, fact("gold", "symbol", "Au"));
        write(0, FactKey.of("gold", "symbol"), new byte[] {1, 2, 3});
        reader.read();

        assertThat(symbol()).isEmpty();
    }

    @Test
    void aFactUnderTheKeyOfAnotherIsNone() throws ReferenceException {
        FactReader reader = reader();
        write(0, FactKey.of("gold", "symbol"), serde.encode(fact("silver", "symbol", "Ag")));
        reader.read();

        assertThat(facts.answers(List.of(SYMBOL, new Question("silver", "symbol")))
                        .values())
                .containsOnly(List.of());
    }

    @Test
    void takesNoRegistryThatIsAwayForAFactThatIsNone() {
        FactReader reader = reader();
        write(0, fact("gold", "symbol", "Au"));
        registry.away = true;

        assertThatExceptionOfType(RegistryException.class).isThrownBy(reader::read);
    }

    @Test
    void answersNobodyOnceThereIsMoreThanItMayHold() {
        FactReader reader = reader();
        write(0, fact("gold", "symbol", "x".repeat(MAX_BYTES)));

        assertThat(reader.read()).isFalse();
        assertThatThrownBy(this::symbol).hasMessageContaining("maxMegabytes");
    }

    @Test
    void whatWasReplacedTakesNoRoom() throws ReferenceException {
        FactReader reader = reader();
        for (int i = 0; i < 10; i++) {
            write(0, fact("gold", "symbol", "x".repeat(MAX_BYTES / 2)));
        }

        assertThat(reader.read()).isTrue();
        assertThat(symbol()).hasSize(1);
    }

    @Test
    void beginsAnewWhereTheTopicHasGrownAndWithoutWhatIsGone() throws ReferenceException {
        FactReader reader = reader();
        write(0, fact("gold", "symbol", "Au"));
        reader.read();
        assertThat(reader.outgrown()).isFalse();

        partitions(3);

        assertThat(reader.outgrown()).isTrue();
        reader().read();
        assertThat(symbol()).isEmpty();
    }

    @Test
    void findsAllThatIsKnownOfASubjectAndNothingOfOthers() throws ReferenceException {
        FactReader reader = reader();
        write(0, fact("Gold", "symbol", "Au"));
        write(1, fact("gold", "colour", "yellow"));
        write(1, fact("golden gate", "colour", "orange"));
        reader.read();

        assertThat(facts.about(" GOLD ")).extracting(Fact::getRelation).containsExactlyInAnyOrder("symbol", "colour");
    }

    @Test
    void isAtALossWithoutTheTopic() {
        consumer.updatePartitions(TOPIC, List.of());

        assertThatExceptionOfType(UnknownTopicOrPartitionException.class).isThrownBy(this::reader);
    }

    private FactReader reader() {
        return new FactReader(consumer, serde, facts);
    }

    private List<String> symbol() throws ReferenceException {
        return facts.answers(List.of(SYMBOL)).values().getFirst();
    }

    private void partitions(int count) {
        var node = new Node(0, "127.0.0.1", 1);
        Node[] nodes = {node};
        consumer.updatePartitions(
                TOPIC,
                IntStream.range(0, count)
                        .mapToObj(partition -> new PartitionInfo(TOPIC, partition, node, nodes, nodes))
                        .toList());
        for (int partition = 0; partition < count; partition++) {
            consumer.updateBeginningOffsets(Map.of(new TopicPartition(TOPIC, partition), 0L));
            consumer.updateEndOffsets(Map.of(new TopicPartition(TOPIC, partition), 0L));
        }
    }

    private static Fact fact(String subject, String relation, String... values) {
        return new Fact(subject, relation, Arrays.asList(values), null);
    }

    private void write(int partition, Fact fact) {
        write(partition, FactKey.of(fact), serde.encode(fact));
    }

    /** Needs the consumer to have its partitions, which a reader gives it. */
    private void write(int partition, String key, byte @Nullable [] value) {
        long offset = ends.merge(partition, 1L, Long::sum) - 1;
        consumer.addRecord(new ConsumerRecord<>(TOPIC, partition, offset, key.getBytes(StandardCharsets.UTF_8), value));
    }

    /** A registry of one schema, which may be away. */
    private static final class OneSchema implements SchemaIds {

        private boolean away;

        @Override
        public int idOf(String subject, Schema schema) {
            return 1;
        }

        @Override
        public Schema schemaOf(int id) {
            if (away) {
                throw new RegistryException("away", new IOException(), true);
            }
            return Fact.getClassSchema();
        }
    }
}
