package io.millrace.deploy.broker;

import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Topic;
import io.millrace.schemas.wire.RecordSerde;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes the inputs of a trial in transactions, some of which are aborted, so that not every offset holds a record. */
final class Feed implements AutoCloseable {

    private static final int TRANSACTION = 100;
    private static final int LARGEST = 16 << 20;

    private final Topic<Coordinates> topic;
    private final RecordSerde<Coordinates> serde;
    private final KafkaProducer<String, byte[]> producer;

    Feed(String bootstrap, Topic<Coordinates> topic) {
        this.topic = topic;
        this.serde = new RecordSerde<>(topic, new KnownSchemas());
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "feed-" + topic.name(),
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "gzip",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        LARGEST),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Writes good records, spread over the partitions, and tells where each one lies. */
    List<Coordinates> records(int count) {
        return write(IntStream.range(0, count)
                .mapToObj(i -> record(i % Trial.PARTITIONS, i))
                .toList());
    }

    /** Writes good records into one partition. */
    List<Coordinates> recordsOf(int partition, int count) {
        return write(
                IntStream.range(0, count).mapToObj(i -> record(partition, i)).toList());
    }

    /** Writes any bytes, or none at all. */
    Coordinates raw(byte @Nullable [] value) {
        return write(List.of(new ProducerRecord<>(topic.name(), "raw", value))).getFirst();
    }

    /** A good record in the wire format. */
    byte[] good() {
        return serde.encode(new Coordinates("somewhere", 1, 2L));
    }

    private ProducerRecord<String, byte[]> record(int partition, int number) {
        byte[] value = serde.encode(new Coordinates("somewhere", partition, (long) number));
        return new ProducerRecord<>(topic.name(), partition, "record-" + number, value);
    }

    private List<Coordinates> write(List<ProducerRecord<String, byte[]>> records) {
        var places = new ArrayList<Coordinates>();
        for (int from = 0; from < records.size(); from += TRANSACTION) {
            abort(records.get(from));
            places.addAll(commit(records.subList(from, Math.min(records.size(), from + TRANSACTION))));
        }
        return places;
    }

    private void abort(ProducerRecord<String, byte[]> record) {
        producer.beginTransaction();
        place(producer.send(record));
        producer.abortTransaction();
    }

    private List<Coordinates> commit(List<ProducerRecord<String, byte[]>> records) {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        producer.commitTransaction();
        return sent.stream().map(Feed::place).toList();
    }

    private static Coordinates place(Future<RecordMetadata> sent) {
        try {
            RecordMetadata written = sent.get();
            return new Coordinates(written.topic(), written.partition(), written.offset());
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
