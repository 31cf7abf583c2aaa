package io.millrace.evaluator.stream;

import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewRequest;
import io.millrace.schemas.Withdrawal;
import io.millrace.schemas.WithdrawnRecord;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Withdraws a kept record that people turned away. */
final class WithdrawRejected extends ContextualProcessor<String, Settled, String, Withdrawal> {

    @Override
    public void process(Record<String, Settled> record) {
        ReviewRequest request = record.value().request();
        Review review = record.value().judgement().settling();
        var withdrawal = new Withdrawal(
                request.getDataset(),
                List.of(new WithdrawnRecord(
                        request.getRecord(), request.getPlace(), record.value().seedId())),
                review.getReason(),
                review.getReviewer(),
                review.getReviewedAt());
        context().forward(record.withKey(request.getDataset()).withValue(withdrawal));
    }
}
