package io.millrace.evaluator.stream;

import io.millrace.schemas.Coordinates;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Where a verified record was read and under which key; a header that survives the way through the internal topic. */
record Origin(int partition, long offset, String key) {

    private static final String HEADER = "millrace-origin";
    private static final int FIXED_LENGTH = Integer.BYTES + Long.BYTES;

    Coordinates on(String topic) {
        return new Coordinates(topic, partition, offset);
    }

    void writeTo(Headers headers) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ByteBuffer.allocate(FIXED_LENGTH + text.length)
                .putInt(partition)
                .putLong(offset)
                .put(text)
                .array();
        headers.remove(HEADER).add(HEADER, bytes);
    }

    static Optional<Origin> find(Headers headers) {
        @Nullable Header header = headers.lastHeader(HEADER);
        return Optional.ofNullable(header).map(Header::value).map(Origin::read);
    }

    static Origin of(Headers headers) {
        return find(headers).orElseThrow(() -> new IllegalStateException("a record without its origin"));
    }

    /** The origin of a record that leaves the topology, which goes on without the header. */
    static Origin take(Headers headers) {
        Origin origin = of(headers);
        headers.remove(HEADER);
        return origin;
    }

    private static Origin read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int partition = buffer.getInt();
        long offset = buffer.getLong();
        return new Origin(
                partition, offset, StandardCharsets.UTF_8.decode(buffer).toString());
    }
}
