package io.millrace.evaluator.stream;

import io.millrace.evaluator.contamination.Exposure;
import io.millrace.evaluator.policy.Evaluator;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Verified;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Turns each verified record into the evaluated one, under its seed's id and the time of the decision. */
abstract class Deciding extends ContextualProcessor<String, Received<Verified>, String, Evaluated> {

    private final Evaluator evaluator;
    private final StageCounters counters;

    Deciding(Evaluator evaluator, StageCounters counters) {
        this.evaluator = evaluator;
        this.counters = counters;
    }

    /** Sends on what becomes of a record. */
    final void decide(Record<String, Received<Verified>> record, Ruling ruling, Exposure exposure) {
        decide(record, ruling, exposure, UnaryOperator.identity());
    }

    /** Sends on what becomes of a record, with what there is to be added. */
    final void decide(
            Record<String, Received<Verified>> record,
            Ruling ruling,
            Exposure exposure,
            UnaryOperator<Evaluated> addition) {
        Verified verified = record.value().value();
        long now = context().currentSystemTimeMs();
        Headers headers = new RecordHeaders(record.headers());
        Coordinates readFrom = Origin.take(headers).on(Topic.VERIFIED.name());
        Evaluated evaluated = evaluator.evaluate(verified, ruling, exposure, readFrom, Instant.ofEpochMilli(now));
        String seedId = verified.getCandidate().getSeed().getId();
        context().forward(new Record<>(seedId, addition.apply(evaluated), now, headers));
        counters.decided();
    }
}
