package io.millrace.evaluator.stream;

import io.millrace.evaluator.contamination.Exposure;
import io.millrace.evaluator.contamination.Watchlist;
import io.millrace.evaluator.policy.Evaluator;
import io.millrace.evaluator.policy.Leaks;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Drop;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.ReviewOutcome;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Verified;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Drafts the decision on each accepted record, under its dataset's name: kept, unless it leaks a benchmark or people have turned it away.
 * Most are kept, and so the one task that decides for a dataset sends most on as they were drafted, by as many as there are partitions.
 */
final class DraftDecision extends ContextualProcessor<String, Verified, String, Encoded<Evaluated>> {

    private final Formats formats;
    private final Watchlist watchlist;
    private final Evaluator evaluator;

    DraftDecision(Formats formats, Watchlist watchlist, Evaluator evaluator) {
        this.formats = formats;
        this.watchlist = watchlist;
        this.evaluator = evaluator;
    }

    @Override
    public void process(Record<String, Verified> record) {
        Verified verified = record.value();
        Headers headers = new RecordHeaders(record.headers());
        Optional<Judgement> judgement = Judgement.take(headers, formats.reviewCase());
        Exposure exposure = Leaks.of(verified.getCandidate(), watchlist);
        Ruling ruling = judgement
                .filter(people -> people.outcome() == ReviewOutcome.REJECT)
                .map(people -> Ruling.reviewed())
                .orElseGet(() -> ruling(watchlist.drop(exposure)));
        // Where it was read goes with it all the way, for the dead letter of what cannot be decided on.
        var readFrom = Origin.of(headers).on(Topic.VERIFIED.name());
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        Evaluated drafted = evaluator.evaluate(verified, ruling, exposure, readFrom, now);
        Brief brief = Brief.of(drafted);
        String seedId = verified.getCandidate().getSeed().getId();
        new Draft(seedId, ruling.decision() == Decision.DROP, brief).writeTo(headers);
        Evaluated signed = judgement.map(people -> people.signed(drafted)).orElse(drafted);
        context()
                .forward(new Record<>(
                        brief.applicant().dataset(),
                        Encoded.of(signed, formats.evaluated()),
                        record.timestamp(),
                        headers));
    }

    private static Ruling ruling(@Nullable Drop leak) {
        return leak == null ? Ruling.kept() : Ruling.contaminated(leak);
    }
}
