package io.millrace.deploy.stream;

import io.millrace.deploy.console.OperatorException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Sends bytes. Once it is closed without an exception, the broker has them all, each once. */
public final class RawFeed implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    public RawFeed(Connection connection) {
        this.producer = connection.producer();
    }

    /**
     * Sends a record.
     *
     * @param value null where the record removes those of its key
     * @throws OperatorException if an earlier record did not arrive
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback learns the same
    public void send(String topic, byte[] key, byte @Nullable [] value) {
        requireNoFailure();
        producer.send(new ProducerRecord<>(topic, key, value), (metadata, exception) -> {
            if (exception != null) {
                failure.compareAndSet(null, exception);
            }
        });
    }

    /**
     * Sends a record and tells where it lies once it has arrived.
     *
     * @throws OperatorException if an earlier record did not arrive
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback learns the same
    CompletableFuture<Landing> place(String topic, byte[] key, byte[] value) {
        requireNoFailure();
        var landing = new CompletableFuture<Landing>();
        producer.send(new ProducerRecord<>(topic, key, value), (metadata, exception) -> {
            if (exception == null) {
                landing.complete(new Landing(metadata.partition(), metadata.offset()));
            } else {
                failure.compareAndSet(null, exception);
                landing.completeExceptionally(exception);
            }
        });
        return landing;
    }

    /**
     * Waits until everything has arrived.
     *
     * @throws OperatorException if a record did not arrive
     */
    @Override
    public void close() {
        producer.close();
        requireNoFailure();
    }

    private void requireNoFailure() {
        Exception cause = failure.get();
        if (cause != null) {
            throw new OperatorException("Not every record arrived: %s".formatted(cause.getMessage()), cause);
        }
    }
}
