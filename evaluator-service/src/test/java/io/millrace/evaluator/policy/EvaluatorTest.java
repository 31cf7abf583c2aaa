package io.millrace.evaluator.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.evaluator.Samples;
import io.millrace.evaluator.contamination.Exposure;
import io.millrace.evaluator.score.AnswerLength;
import io.millrace.evaluator.score.Contribution;
import io.millrace.evaluator.score.PassedChecks;
import io.millrace.schemas.BenchmarkHit;
import io.millrace.schemas.BenchmarkMatch;
import io.millrace.schemas.ContentHash;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Drop;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Neighbour;
import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewOutcome;
import io.millrace.schemas.Score;
import io.millrace.schemas.Split;
import io.millrace.schemas.Verified;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

    private static final Coordinates PLACE = new Coordinates("verified", 3, 33L);

    private final Evaluator evaluator =
            new Evaluator(new SplitShares(1, 0, 0), List.of(new PassedChecks(), new AnswerLength()), Samples.PRODUCER);

    @Test
    void theReceiptLeadsBackToTheVerifiedRecord() {
        Verified verified = Samples.accepted("seed-1", "42");

        Evaluated evaluated = evaluate(verified);

        var receipt = evaluated.getProvenance();
        assertThat(evaluated.getVerified()).isEqualTo(verified);
        assertThat(receipt.getReadFrom()).isEqualTo(PLACE);
        assertThat(receipt.getParentIds()).containsExactly(verified.getId());
        assertThat(receipt.getProducer()).isEqualTo(Samples.PRODUCER);
        assertThat(evaluated.getPolicyVersion()).isNotEmpty();
    }

    @Test
    void theContentHashIsComputedAndNotBelieved() {
        Verified verified = Samples.accepted("seed-1", "42");

        assertThat(evaluate(verified).getProvenance().getContentHash())
                .isEqualTo(ContentHash.of(verified.getCandidate().getMessages()))
                .isNotEqualTo(verified.getProvenance().getContentHash());
    }

    @Test
    void whatIsThereAlreadyContributesNothing() {
        Ruling copy = Ruling.duplicate(new Drop("exact-duplicate", 1.0, 1.0, "c-first"));
        Ruling near = Ruling.kept(new Neighbour("c-first", 0.75));

        assertThat(contribution(copy)).containsExactly(0.0);
        assertThat(contribution(near)).containsExactly(0.25);
        assertThat(contribution(Ruling.kept(null))).isEmpty();
    }

    @Test
    void anotherRulingChangesNothingElse() {
        Evaluated kept = Evaluated.newBuilder(evaluate(Samples.accepted("seed-1", "42")))
                .setContamination(List.of("a benchmark"))
                .setPreferenceGroup("seed-1")
                .setDatasetVersion("v00001")
                .setReviewOutcome("ACCEPT")
                .setReviews(List.of(new Review("c-1", "ann", ReviewOutcome.ACCEPT, "", null, Samples.CREATED)))
                .setBenchmarkHits(List.of(new BenchmarkHit("b", "1", "item", BenchmarkMatch.RUN, 0.5, 13)))
                .setBenchmarks("a hash")
                .build();
        var drop = new Drop("near-duplicate", 0.9, 0.8, "c-first");
        Ruling near = Ruling.nearDuplicate(new Neighbour("c-first", 0.9), drop);

        assertThat(evaluator.overruled(kept, near))
                .isEqualTo(Evaluated.newBuilder(kept)
                        .setDecision(Decision.DROP)
                        .setReason(Ruling.NEAR_DUPLICATE)
                        .setNearest(near.nearest())
                        .setDrop(drop)
                        .build());
    }

    @Test
    void everyRecordHasASplitAndScores() {
        Evaluated evaluated = evaluate(Samples.accepted("seed-1", "42"));

        assertThat(evaluated.getSplit()).isEqualTo(Split.TRAIN);
        assertThat(evaluated.getScores())
                .extracting(Score::getDimension, Score::getValue)
                .contains(org.assertj.core.groups.Tuple.tuple("length", 2.0));
    }

    @Test
    void anAcceptedRecordIsNotRuledOnWithoutComparison() {
        Verified verified = Samples.accepted("seed-1", "42");

        assertThatThrownBy(() -> Ruling.onOthers(verified)).isInstanceOf(IllegalArgumentException.class);
    }

    private Evaluated evaluate(Verified verified) {
        return evaluator.evaluate(verified, Ruling.kept(), Exposure.NONE, PLACE, Samples.CREATED);
    }

    private static List<Double> contribution(Ruling ruling) {
        var scoring = new Evaluator(new SplitShares(1, 0, 0), List.of(new Contribution()), Samples.PRODUCER);
        return scoring
                .evaluate(Samples.accepted("seed-1", "42"), ruling, Exposure.NONE, PLACE, Samples.CREATED)
                .getScores()
                .stream()
                .map(Score::getValue)
                .toList();
    }
}
