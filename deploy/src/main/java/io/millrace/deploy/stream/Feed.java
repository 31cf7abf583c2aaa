package io.millrace.deploy.stream;

import io.millrace.deploy.console.OperatorException;
import io.millrace.schemas.Topic;
import io.millrace.schemas.wire.RecordSerde;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;

/** Sends records to one topic. Once it is closed without an exception, the broker has them all, each once. */
public final class Feed<V extends SpecificRecord> implements AutoCloseable {

    private final String topic;
    private final RecordSerde<V> serde;
    private final RawFeed bytes;

    public Feed(Connection connection, Topic<V> topic) {
        this.topic = topic.name();
        this.serde = connection.serde(topic);
        this.bytes = new RawFeed(connection);
    }

    /**
     * Sends a record.
     *
     * @param seedId the key, which everything of one seed shares
     * @throws OperatorException if an earlier record did not arrive
     */
    public void send(String seedId, V value) {
        bytes.send(topic, seedId.getBytes(StandardCharsets.UTF_8), serde.encode(value));
    }

    /**
     * Sends a record and tells where it lies once it has arrived.
     *
     * @throws OperatorException if an earlier record did not arrive
     */
    public CompletableFuture<Landing> place(String key, V value) {
        return bytes.place(topic, key.getBytes(StandardCharsets.UTF_8), serde.encode(value));
    }

    /**
     * Removes what was kept under a key in a compacted topic.
     *
     * @throws OperatorException if an earlier record did not arrive
     */
    public void remove(String key) {
        bytes.send(topic, key.getBytes(StandardCharsets.UTF_8), null);
    }

    /**
     * Waits until everything has arrived.
     *
     * @throws OperatorException if a record did not arrive
     */
    @Override
    public void close() {
        bytes.close();
    }
}
