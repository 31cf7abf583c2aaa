package io.millrace.evaluator.stream;

import io.millrace.schemas.Coordinates;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Says where a record lies, under each key taken from it. */
final class PlaceOf<V> extends ContextualProcessor<String, V, String, Coordinates> {

    private final Function<V, List<String>> keys;

    PlaceOf(Function<V, List<String>> keys) {
        this.keys = keys;
    }

    @Override
    public void process(Record<String, V> record) {
        var place = context().recordMetadata().orElseThrow();
        var coordinates = new Coordinates(place.topic(), place.partition(), place.offset());
        for (String key : keys.apply(record.value())) {
            context().forward(record.withKey(key).withValue(coordinates));
        }
    }
}
