package io.millrace.schemas.stage;

import io.millrace.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One thing that work on an input leads to. All outputs of one input become visible together, or none does. */
public sealed interface Output {

    /** A record to write. */
    record OfRecord<V extends SpecificRecord>(Topic<V> topic, String key, V value) implements Output {}

    /** A text to write, for instance JSON. */
    record OfText(String topic, String key, String text) implements Output {}

    /**
     * Something that could not be done; the stage writes it to the input's dead letters with the input's own bytes.
     *
     * @param sampleIndex the one sample of a seed that failed; null where the whole record did
     * @param errorClass groups failures of one kind, for instance "RateLimited"
     * @param message why; never a prompt, an answer or a key
     * @param attempts how many times it was tried, at least 1
     * @param replayable whether the same bytes may succeed later
     */
    record Failure(@Nullable Integer sampleIndex, String errorClass, String message, int attempts, boolean replayable)
            implements Output {

        private static final int MAX_MESSAGE = 2_000;

        public Failure {
            message = message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE);
        }

        /** What a throwable says of the whole record; it is replayable only where it says so itself. */
        public static Failure of(Throwable cause) {
            if (cause instanceof UnprocessableException known) {
                return new Failure(
                        null,
                        known.errorClass(),
                        String.valueOf(known.getMessage()),
                        known.attempts(),
                        known.replayable());
            }
            return new Failure(null, cause.getClass().getName(), String.valueOf(cause.getMessage()), 1, false);
        }
    }

    static <V extends SpecificRecord> Output of(Topic<V> topic, String key, V value) {
        return new OfRecord<>(topic, key, value);
    }
}
