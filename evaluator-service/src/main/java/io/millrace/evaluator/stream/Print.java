package io.millrace.evaluator.stream;

import io.millrace.evaluator.dedup.Fingerprint;
import io.millrace.evaluator.policy.Exchange;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.ContentHash;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What a candidate is compared by; a header, so that it is taken by as many as there are partitions and compared by one. */
record Print(String contentHash, Fingerprint fingerprint) {

    private static final String HEADER = "millrace-print";
    private static final int HASH_BYTES = 32;

    /** The hash is computed, because a record's own statement of it comes from outside. */
    static Print of(Candidate candidate) {
        Exchange exchange = Exchange.of(candidate);
        String dataset = candidate.getSeed().getDataset();
        return new Print(
                ContentHash.of(candidate.getMessages()),
                Fingerprint.of(dataset, exchange.question(), exchange.answer()));
    }

    void writeTo(Headers headers) {
        ByteBuffer bytes = ByteBuffer.allocate(HASH_BYTES + fingerprint.bytes());
        bytes.put(HexFormat.of().parseHex(contentHash));
        fingerprint.writeTo(bytes);
        headers.remove(HEADER).add(HEADER, bytes.array());
    }

    /** The print of a record, which goes on without the header. */
    static Print take(Headers headers) {
        @Nullable Header header = headers.lastHeader(HEADER);
        if (header == null) {
            throw new IllegalStateException("a record without its print");
        }
        headers.remove(HEADER);
        ByteBuffer bytes = ByteBuffer.wrap(header.value());
        byte[] hash = new byte[HASH_BYTES];
        bytes.get(hash);
        return new Print(HexFormat.of().formatHex(hash), Fingerprint.read(bytes));
    }
}
