package io.millrace.evaluator.stream;

import io.millrace.evaluator.contamination.Exposure;
import io.millrace.schemas.BenchmarkHit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** How an exposure is carried to the task that decides: a header for each hit, and one for what the record was held against. */
final class ExposureHeaders {

    private static final String HIT = "millrace-benchmark-hit";
    private static final String BENCHMARKS = "millrace-benchmarks";

    private ExposureHeaders() {}

    static void write(Exposure exposure, Headers headers) {
        headers.remove(HIT).remove(BENCHMARKS);
        String benchmarks = exposure.benchmarks();
        if (benchmarks != null) {
            headers.add(BENCHMARKS, benchmarks.getBytes(StandardCharsets.UTF_8));
        }
        exposure.hits().forEach(hit -> headers.add(HIT, bytes(hit)));
    }

    /** The exposure of a record, which goes on without the headers. */
    static Exposure take(Headers headers) {
        List<BenchmarkHit> hits = new ArrayList<>();
        headers.headers(HIT).forEach(header -> hits.add(hit(header)));
        @Nullable Header benchmarks = headers.lastHeader(BENCHMARKS);
        headers.remove(HIT).remove(BENCHMARKS);
        return new Exposure(hits, benchmarks == null ? null : new String(benchmarks.value(), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(BenchmarkHit hit) {
        try {
            ByteBuffer written = hit.toByteBuffer();
            byte[] bytes = new byte[written.remaining()];
            written.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BenchmarkHit hit(Header header) {
        try {
            return BenchmarkHit.fromByteBuffer(ByteBuffer.wrap(header.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
