package io.millrace.evaluator.stream;

import io.millrace.evaluator.contamination.Watchlist;
import io.millrace.evaluator.policy.Leaks;
import io.millrace.schemas.Verified;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Holds each record against the benchmarks before it moves on to the one task that decides for its dataset. */
final class FindLeaks extends ContextualFixedKeyProcessor<String, Received<Verified>, Received<Verified>> {

    private final Watchlist watchlist;

    FindLeaks(Watchlist watchlist) {
        this.watchlist = watchlist;
    }

    @Override
    public void process(FixedKeyRecord<String, Received<Verified>> record) {
        var candidate = record.value().value().getCandidate();
        ExposureHeaders.write(Leaks.of(candidate, watchlist), record.headers());
        context().forward(record);
    }
}
