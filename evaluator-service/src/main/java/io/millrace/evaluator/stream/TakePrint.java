package io.millrace.evaluator.stream;

import io.millrace.schemas.Verified;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Takes the print of each record before it moves on to the one task that decides for its dataset. */
final class TakePrint extends ContextualFixedKeyProcessor<String, Received<Verified>, Received<Verified>> {

    @Override
    public void process(FixedKeyRecord<String, Received<Verified>> record) {
        Print.of(record.value().value().getCandidate()).writeTo(record.headers());
        context().forward(record);
    }
}
