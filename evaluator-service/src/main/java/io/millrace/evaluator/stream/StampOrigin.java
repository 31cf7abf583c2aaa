package io.millrace.evaluator.stream;

import io.millrace.schemas.Verified;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Notes on each record where it was read, before it moves on to another topic. */
final class StampOrigin extends ContextualFixedKeyProcessor<@Nullable String, @Nullable Verified, Verified> {

    @Override
    public void process(FixedKeyRecord<@Nullable String, @Nullable Verified> record) {
        Verified verified = record.value();
        if (verified == null) {
            throw new SerializationException("A record without a value");
        }
        String key = record.key();
        var place = context().recordMetadata().orElseThrow();
        var origin = new Origin(place.partition(), place.offset(), key == null ? "" : key);
        origin.writeTo(record.headers());
        context().forward(record.withValue(verified));
    }
}
