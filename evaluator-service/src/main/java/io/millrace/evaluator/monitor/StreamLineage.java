package io.millrace.evaluator.monitor;

import io.millrace.evaluator.stream.EvaluatorStream;
import io.millrace.evaluator.stream.NotRunningException;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Evaluated;
import java.util.Optional;
import java.util.function.Function;

/** Finds records by the pointers that the topology keeps, and reads them from Kafka. */
public final class StreamLineage implements LineageSource {

    private final EvaluatorStream stream;
    private final RecordReader reader;
    private final Function<byte[], Evaluated> decoder;

    public StreamLineage(EvaluatorStream stream, RecordReader reader, Function<byte[], Evaluated> decoder) {
        this.stream = stream;
        this.reader = reader;
        this.decoder = decoder;
    }

    @Override
    public Optional<Located> find(String candidateId) throws NotRunningException {
        Optional<Coordinates> place = stream.placeOf(candidateId);
        return place.flatMap(at -> reader.read(at).map(bytes -> new Located(decoder.apply(bytes), at)));
    }
}
