package io.millrace.evaluator.stream;

import io.millrace.evaluator.contamination.Exposure;
import io.millrace.evaluator.policy.Evaluator;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.schemas.Verified;
import org.apache.kafka.streams.processor.api.Record;

/** Decides on records that were not accepted, which need no comparison. */
final class DecideByVerdict extends Deciding {

    DecideByVerdict(Evaluator evaluator, StageCounters counters) {
        super(evaluator, counters);
    }

    @Override
    public void process(Record<String, Received<Verified>> record) {
        decide(record, Ruling.onOthers(record.value().value()), Exposure.NONE);
    }
}
