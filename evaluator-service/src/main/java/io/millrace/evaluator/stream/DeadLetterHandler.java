package io.millrace.evaluator.stream;

import static java.util.Objects.requireNonNull;

import io.millrace.schemas.Topic;
import io.millrace.schemas.wire.RegistryException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a record that cannot be read or decided on to the dead letters, in the transaction that moves past it. What fails for any
 * other reason than the record itself stops the thread, so that the record is tried again. Kafka Streams makes it by reflection.
 */
public final class DeadLetterHandler implements DeserializationExceptionHandler, ProcessingExceptionHandler {

    /** The property under which the topology's {@link DeadLetters} are handed over. */
    static final String LETTERS = "millrace.dead.letters";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterHandler.class);

    /** What every instance reads whole. */
    private static final Set<String> FOR_EVERYBODY =
            Set.of(Topic.LINEAGE.name(), Topic.GATE.name(), Topic.BENCHMARKS.name(), Topic.GROUPS.name());

    @SuppressWarnings("NullAway.Init") // Kafka Streams configures it before anything else.
    private DeadLetters letters;

    @Override
    public void configure(Map<String, ?> properties) {
        letters = (DeadLetters) requireNonNull(properties.get(LETTERS), LETTERS);
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception cause) {
        // Nothing is lost with these: a pointer or a group is one thing less to look up, who asks for a gate reads its
        // topic
        // again, and a benchmark that lacks a page is listed as incomplete.
        if (FOR_EVERYBODY.contains(context.topic())) {
            return DeserializationExceptionHandler.Response.resume();
        }
        return letter(context, record.key(), record.value(), cause)
                .map(letter -> DeserializationExceptionHandler.Response.resume(List.of(letter)))
                .orElseGet(DeserializationExceptionHandler.Response::fail);
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception cause) {
        return letter(context, context.sourceRawKey(), context.sourceRawValue(), cause)
                .map(letter -> ProcessingExceptionHandler.Response.resume(List.of(letter)))
                .orElseGet(ProcessingExceptionHandler.Response::fail);
    }

    private Optional<ProducerRecord<byte[], byte[]>> letter(
            ErrorHandlerContext context, byte @Nullable [] key, byte @Nullable [] value, Exception cause) {
        if (!liesInTheRecord(cause)) {
            return Optional.empty();
        }
        Optional<ProducerRecord<byte[], byte[]>> letter = write(context, key, value, cause);
        letter.ifPresent(written -> LOG.atWarn()
                .addKeyValue("topic", context.topic())
                .addKeyValue("partition", context.partition())
                .addKeyValue("offset", context.offset())
                .addKeyValue("error", cause.getClass().getName())
                .log("record went to the dead letters"));
        return letter;
    }

    private Optional<ProducerRecord<byte[], byte[]>> write(
            ErrorHandlerContext context, byte @Nullable [] key, byte @Nullable [] value, Exception cause) {
        Instant now = Instant.now();
        if (letters.keptFor(context.topic())) {
            var place = new Origin(context.partition(), context.offset(), "");
            return Optional.of(letters.letter(context.topic(), place, key, value, cause, now));
        }
        return Origin.find(context.headers()).map(origin -> {
            byte[] originalKey = origin.key().getBytes(StandardCharsets.UTF_8);
            byte[] verified = value == null ? null : letters.verifiedIn(value);
            return letters.letter(Topic.VERIFIED.name(), origin, originalKey, verified, cause, now);
        });
    }

    private static boolean liesInTheRecord(Exception cause) {
        return switch (cause) {
            case SerializationException unreadable -> true;
            case RegistryException unknownSchema -> !unknownSchema.retriable();
            case KafkaException trouble -> false;
            default -> true;
        };
    }
}
