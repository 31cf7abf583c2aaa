package io.millrace.evaluator.stream;

import io.millrace.evaluator.review.Edits;
import io.millrace.evaluator.review.Opinions;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewCase;
import io.millrace.schemas.ReviewOutcome;
import io.millrace.schemas.ReviewRequest;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what people are asked about until they have decided. A case that is settled is not opened again; what is said of it later, or of
 * a record that nobody was asked about, has no effect.
 */
final class HearCase extends ContextualProcessor<String, ReviewCase, String, Settled> {

    /** By candidate id. */
    static final String CASES = "cases-by-candidate";

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private KeyValueStore<String, ReviewCase> cases;

    @Override
    public void init(ProcessorContext<String, Settled> context) {
        super.init(context);
        cases = context.getStateStore(CASES);
    }

    @Override
    public void process(Record<String, ReviewCase> record) {
        ReviewCase part = record.value();
        @Nullable ReviewCase known = cases.get(record.key());
        if (part.getRequest() != null) {
            open(record.key(), part, known);
        } else if (known != null) {
            hear(record, known);
        }
    }

    private void open(String candidateId, ReviewCase asked, @Nullable ReviewCase known) {
        if (known == null) {
            cases.put(candidateId, asked);
        }
    }

    private void hear(Record<String, ReviewCase> record, ReviewCase open) {
        ReviewRequest request = open.getRequest();
        Evaluated evaluated = open.getEvaluated();
        if (request == null || evaluated == null) {
            return;
        }
        var opinions = new Opinions(open.getReviews());
        for (Review review : record.value().getReviews()) {
            boolean fits = review.getOutcome() != ReviewOutcome.EDIT || Edits.fit(evaluated.getVerified());
            opinions = fits ? opinions.on(request, review) : opinions;
        }
        Optional<Judgement> judgement = Judgement.of(request, opinions);
        cases.put(
                record.key(),
                ReviewCase.newBuilder(open)
                        .setEvaluated(judgement.isPresent() ? null : evaluated)
                        .setReviews(opinions.reviews())
                        .build());
        judgement.ifPresent(settled -> context().forward(record.withValue(new Settled(request, evaluated, settled))));
    }
}
