package io.millrace.evaluator.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a decision that is drafted, to the task that makes it final; a header, so that the record itself need not be decoded.
 *
 * @param seedId the key of the final record
 * @param dropped whether it is dropped whatever its dataset holds, unless it came again
 */
record Draft(String seedId, boolean dropped, Brief brief) {

    private static final String HEADER = "millrace-draft";

    void writeTo(Headers headers) {
        byte[] seed = seedId.getBytes(StandardCharsets.UTF_8);
        byte[] rest = brief.bytes();
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + seed.length + 1 + rest.length)
                .putInt(seed.length)
                .put(seed)
                .put((byte) (dropped ? 1 : 0))
                .put(rest)
                .array();
        headers.remove(HEADER).add(HEADER, bytes);
    }

    /** The draft of a record, which goes on without the header. */
    static Draft take(Headers headers) {
        @Nullable Header header = headers.lastHeader(HEADER);
        if (header == null) {
            throw new IllegalStateException("a record without its draft");
        }
        headers.remove(HEADER);
        ByteBuffer bytes = ByteBuffer.wrap(header.value());
        byte[] seed = new byte[bytes.getInt()];
        bytes.get(seed);
        boolean dropped = bytes.get() == 1;
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return new Draft(new String(seed, StandardCharsets.UTF_8), dropped, Brief.Format.read(rest));
    }
}
