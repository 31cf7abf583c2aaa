package io.millrace.evaluator.stream;

import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Evaluated;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Says where a record lies, under a key taken from it. */
final class PlaceOf extends ContextualProcessor<String, Evaluated, String, Coordinates> {

    private final Function<Evaluated, String> key;

    PlaceOf(Function<Evaluated, String> key) {
        this.key = key;
    }

    @Override
    public void process(Record<String, Evaluated> record) {
        var place = context().recordMetadata().orElseThrow();
        var coordinates = new Coordinates(place.topic(), place.partition(), place.offset());
        context().forward(record.withKey(key.apply(record.value())).withValue(coordinates));
    }
}
