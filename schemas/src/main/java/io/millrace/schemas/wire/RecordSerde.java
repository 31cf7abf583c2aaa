package io.millrace.schemas.wire;

import io.millrace.schemas.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's wire format: a zero byte, the schema id in four bytes, Avro binary. The subject is that of the record's own topic,
 * wherever the bytes are kept. Safe for use by several threads.
 */
public final class RecordSerde<V extends SpecificRecord> implements Serde<V> {

    private static final byte MAGIC = 0;
    private static final int HEADER = 1 + Integer.BYTES;

    static {
        // Lengths inside a record are claims of whoever wrote it, and Avro allocates what they claim.
        System.setProperty("org.apache.avro.limits.string.maxLength", Integer.toString(1 << 24));
        System.setProperty("org.apache.avro.limits.bytes.maxLength", Integer.toString(1 << 24));
        System.setProperty("org.apache.avro.limits.collectionItems.maxLength", Integer.toString(1 << 20));
    }

    private final String subject;
    private final SchemaIds ids;
    private final SpecificData model;
    private final Schema schema;
    private final ThreadLocal<Readers<V>> readers;
    private final ThreadLocal<Writer<V>> writer;
    private volatile int registeredId;

    public RecordSerde(Topic<V> topic, SchemaIds ids) {
        this.subject = topic.name() + "-value";
        this.ids = ids;
        this.model = SpecificData.getForClass(topic.type());
        this.schema = model.getSchema(topic.type());
        this.readers = ThreadLocal.withInitial(() -> new Readers<>(schema, ids, model));
        this.writer = ThreadLocal.withInitial(() -> new Writer<>(schema, model));
    }

    /**
     * Registers the schema now instead of with the first record.
     *
     * @throws RegistryException if the registry refuses the schema or cannot be reached
     */
    public int register() {
        if (registeredId == 0) {
            registeredId = ids.idOf(subject, schema);
        }
        return registeredId;
    }

    @Override
    public Serializer<V> serializer() {
        return (topic, value) -> value == null ? null : encode(value);
    }

    @Override
    public Deserializer<V> deserializer() {
        return (topic, bytes) -> bytes == null ? null : decode(bytes);
    }

    /**
     * The record in the wire format.
     *
     * @throws SerializationException if the record breaks its own schema
     */
    public byte[] encode(V value) {
        try {
            return writer.get().write(register(), value);
        } catch (IOException | AvroRuntimeException | ClassCastException | NullPointerException e) {
            throw new SerializationException("Cannot write a record of " + subject, e);
        }
    }

    /**
     * The record in bytes of the wire format.
     *
     * @throws SerializationException if the bytes are no record of this kind
     * @throws RegistryException if the schema they were written under cannot be had
     */
    public V decode(byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] != MAGIC) {
            throw new SerializationException("Not in Confluent's wire format");
        }
        try {
            return readers.get().read(ByteBuffer.wrap(bytes).getInt(1), bytes);
        } catch (IOException
                | AvroRuntimeException
                | IndexOutOfBoundsException
                | ClassCastException
                | UnsupportedOperationException e) {
            // The last one is what Avro says to a length that no array can have.
            throw new SerializationException("Not a record of " + subject, e);
        }
    }

    /**
     * The record in bytes that may come from anybody; nothing where they are no record of this kind, now or later.
     *
     * @throws RegistryException if the schema they were written under cannot be had now
     */
    public Optional<V> decodeIfReadable(byte[] bytes) {
        try {
            return Optional.of(decode(bytes));
        } catch (SerializationException unreadable) {
            return Optional.empty();
        } catch (RegistryException e) {
            if (e.retriable()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** One thread's encoder. */
    private static final class Writer<V extends SpecificRecord> {

        private final SpecificDatumWriter<V> datum;
        private @Nullable BinaryEncoder encoder;

        Writer(Schema schema, SpecificData model) {
            this.datum = new SpecificDatumWriter<>(schema, model);
        }

        byte[] write(int writerId, V value) throws IOException {
            var out = new ByteArrayOutputStream(1024);
            out.writeBytes(
                    ByteBuffer.allocate(HEADER).put(MAGIC).putInt(writerId).array());
            // An encoder that is used again forgets what a record left in it that could not be written.
            encoder = EncoderFactory.get().binaryEncoder(out, encoder);
            datum.write(value, encoder);
            encoder.flush();
            return out.toByteArray();
        }
    }

    /** One thread's decoder, with a reader for each schema that records were written under. */
    private static final class Readers<V extends SpecificRecord> {

        private final Schema schema;
        private final SchemaIds ids;
        private final SpecificData model;
        private final Map<Integer, SpecificDatumReader<V>> byWriter = new HashMap<>();
        private @Nullable BinaryDecoder decoder;

        Readers(Schema schema, SchemaIds ids, SpecificData model) {
            this.schema = schema;
            this.ids = ids;
            this.model = model;
        }

        V read(int writerId, byte[] bytes) throws IOException {
            decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, decoder);
            V value = byWriter.computeIfAbsent(writerId, this::reader).read(null, decoder);
            if (!decoder.isEnd()) {
                throw new IOException("bytes follow the record");
            }
            return value;
        }

        private SpecificDatumReader<V> reader(int writerId) {
            return new SpecificDatumReader<>(ids.schemaOf(writerId), schema, model);
        }
    }
}
