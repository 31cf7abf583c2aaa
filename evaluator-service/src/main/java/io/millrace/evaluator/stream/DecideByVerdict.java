package io.millrace.evaluator.stream;

import io.millrace.evaluator.contamination.Exposure;
import io.millrace.evaluator.policy.Evaluator;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Verified;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Decides on records that were not accepted, which need no comparison. */
final class DecideByVerdict extends ContextualProcessor<String, Verified, String, Evaluated> {

    private final Evaluator evaluator;
    private final StageCounters counters;

    DecideByVerdict(Evaluator evaluator, StageCounters counters) {
        this.evaluator = evaluator;
        this.counters = counters;
    }

    @Override
    public void process(Record<String, Verified> record) {
        Verified verified = record.value();
        long now = context().currentSystemTimeMs();
        Headers headers = new RecordHeaders(record.headers());
        Coordinates readFrom = Origin.take(headers).on(Topic.VERIFIED.name());
        Evaluated evaluated = evaluator.evaluate(
                verified, Ruling.onOthers(verified), Exposure.NONE, readFrom, Instant.ofEpochMilli(now));
        String seedId = verified.getCandidate().getSeed().getId();
        context().forward(new Record<>(seedId, evaluated, now, headers));
        counters.decided();
    }
}
