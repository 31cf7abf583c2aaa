package io.millrace.schemas.stage;

import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Dead letters, written down for every stage alike. */
public final class Letters {

    private Letters() {}

    /** Leaves the bytes out where a dead letter cannot hold them: compressed, a topic lets through far more than its bound. */
    public static DeadLetter of(
            Coordinates place,
            byte @Nullable [] key,
            byte @Nullable [] value,
            String service,
            Output.Failure failure,
            Instant at) {
        boolean whole = TopicSettings.fitsIntoDeadLetter(length(key), length(value));
        return DeadLetter.newBuilder()
                .setTopic(place.getTopic())
                .setPartition(place.getPartition())
                .setOffset(place.getOffset())
                .setKey(whole ? buffer(key) : null)
                .setValue(whole ? buffer(value) : null)
                .setService(service)
                .setErrorClass(failure.errorClass())
                .setMessage(failure.message())
                .setAttempt(failure.attempts())
                .setReplayable(failure.replayable())
                .setSampleIndex(failure.sampleIndex())
                .setFailedAt(at)
                .build();
    }

    /** What a letter holds of its record; nothing where it could not hold it. */
    public static byte[] bytes(@Nullable ByteBuffer held) {
        if (held == null) {
            return new byte[0];
        }
        var bytes = new byte[held.remaining()];
        held.duplicate().get(bytes);
        return bytes;
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}
