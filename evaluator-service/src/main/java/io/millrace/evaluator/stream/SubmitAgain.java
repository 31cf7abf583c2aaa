package io.millrace.evaluator.stream;

import io.millrace.evaluator.review.Edits;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.ReviewCase;
import io.millrace.schemas.Verified;
import io.millrace.schemas.wire.RecordSerde;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Sends a record that people have decided on back to where its dataset is decided on, with the answer that they gave it. */
final class SubmitAgain extends ContextualProcessor<String, Settled, String, Verified> {

    private final RecordSerde<ReviewCase> cases;

    SubmitAgain(Formats formats) {
        this.cases = formats.reviewCase();
    }

    @Override
    public void process(Record<String, Settled> record) {
        Settled settled = record.value();
        Verified before = settled.evaluated().getVerified();
        String edited = settled.judgement().settling().getAnswer();
        Verified after = edited == null ? before : Edits.apply(before, edited);
        String seedId = after.getCandidate().getSeed().getId();
        Headers headers = new RecordHeaders();
        origin(settled, seedId).writeTo(headers);
        settled.judgement().writeTo(headers, cases);
        context().forward(new Record<>(seedId, after, record.timestamp(), headers));
    }

    private static Origin origin(Settled settled, String seedId) {
        Coordinates place = Objects.requireNonNullElse(
                settled.evaluated().getProvenance().getReadFrom(),
                settled.request().getPlace());
        return new Origin(place.getPartition(), place.getOffset(), seedId);
    }
}
