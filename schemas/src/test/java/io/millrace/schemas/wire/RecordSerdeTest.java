package io.millrace.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Withdrawal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class RecordSerdeTest {

    private static final Coordinates RECORD = new Coordinates("seeds", 3, 42L);

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final RecordSerde<Coordinates> serde = new RecordSerde<>(Topic.LINEAGE, registry);

    @Test
    void writesAZeroByteTheSchemaIdAndAvro() {
        byte[] bytes = serde.encode(RECORD);

        assertThat(bytes[0]).isZero();
        assertThat(registry.schemaOf(ByteBuffer.wrap(bytes).getInt(1))).isEqualTo(Coordinates.getClassSchema());
        assertThat(serde.decode(bytes)).isEqualTo(RECORD);
    }

    @Test
    void writesOnAfterARecordThatBreaksItsSchema() {
        var withdrawals = new RecordSerde<>(Topic.WITHDRAWALS, registry);
        var whole = new Withdrawal("sums", List.of(), "wrong", "ann", Instant.EPOCH);
        var broken = new Withdrawal("sums", List.of(), "wrong", "ann", Instant.EPOCH);
        broken.put(broken.getSchema().getField("records").pos(), List.of("no record"));
        byte[] bytes = withdrawals.encode(whole);

        assertThatThrownBy(() -> withdrawals.encode(broken)).isInstanceOf(SerializationException.class);

        assertThat(withdrawals.encode(whole)).isEqualTo(bytes);
    }

    @Test
    void readsWhatAnotherVersionWrote() throws Exception {
        Schema other = SchemaBuilder.record("Coordinates")
                .namespace("io.millrace.schemas")
                .fields()
                .requiredString("topic")
                .requiredInt("partition")
                .requiredLong("offset")
                .optionalString("cluster")
                .endRecord();
        var record = new GenericRecordBuilder(other)
                .set("topic", "seeds")
                .set("partition", 3)
                .set("offset", 42L)
                .build();
        var out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(5)
                .put((byte) 0)
                .putInt(registry.idOf("lineage-value", other))
                .array());
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<>(other).write(record, encoder);

        assertThat(serde.decode(out.toByteArray())).isEqualTo(RECORD);
    }

    @Test
    void refusesBytesThatAreNoRecord() {
        byte[] good = serde.encode(RECORD);
        byte[] wrongMagic = good.clone();
        wrongMagic[0] = 1;
        byte[] withMore = Arrays.copyOf(good, good.length + 1);

        for (byte[] bytes : new byte[][] {{}, {0}, wrongMagic, withMore, Arrays.copyOf(good, good.length - 1)}) {
            assertThatThrownBy(() -> serde.decode(bytes)).isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void passesOverWhatIsNoRecordButNotOverARegistryThatMayComeBack() {
        byte[] record = serde.encode(RECORD);

        assertThat(serde.decodeIfReadable(record)).hasValue(RECORD);
        assertThat(serde.decodeIfReadable(new byte[] {1})).isEmpty();
        assertThat(withRegistry(false).decodeIfReadable(record)).isEmpty();
        assertThatThrownBy(() -> withRegistry(true).decodeIfReadable(record)).isInstanceOf(RegistryException.class);
    }

    /** Whose registry gives no schema. */
    private static RecordSerde<Coordinates> withRegistry(boolean comingBack) {
        return new RecordSerde<>(Topic.LINEAGE, new SchemaIds() {
            @Override
            public int idOf(String subject, Schema schema) {
                return 1;
            }

            @Override
            public Schema schemaOf(int id) {
                throw new RegistryException("no", new IOException("no"), comingBack);
            }
        });
    }

    @Test
    void doesNotAllocateWhatALyingLengthClaims() {
        byte[] bytes = Arrays.copyOf(serde.encode(RECORD), 5 + 5);
        // A string length of 2^31 - 16 as a zig-zag varint.
        System.arraycopy(new byte[] {(byte) 0xE0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F}, 0, bytes, 5, 5);

        assertThatThrownBy(() -> serde.decode(bytes)).isInstanceOf(SerializationException.class);
    }

    @Test
    void refusesALengthThatNoArrayCanHave() {
        byte[] bytes = Arrays.copyOf(serde.encode(RECORD), 5 + 6);
        // A string length of 2^40 as a zig-zag varint.
        System.arraycopy(
                new byte[] {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x40}, 0, bytes, 5, 6);

        assertThatThrownBy(() -> serde.decode(bytes)).isInstanceOf(SerializationException.class);
    }

    @Test
    void answersAnyBytesWithARecordOrARefusal() {
        var random = new SplittableRandom(7);
        byte[] good = serde.encode(RECORD);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = good.clone();
            int mutations = random.nextInt(1, 4);
            for (int mutation = 0; mutation < mutations; mutation++) {
                bytes[random.nextInt(5, bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(serde.decode(bytes)).isNotNull();
            } catch (SerializationException expected) {
                assertThat(expected).hasMessageContaining("lineage");
            }
        }
    }
}
