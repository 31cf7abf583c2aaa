package io.millrace.evaluator.stream;

import static io.millrace.schemas.ReviewOutcome.ACCEPT;
import static io.millrace.schemas.ReviewOutcome.EDIT;
import static io.millrace.schemas.ReviewOutcome.REJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.millrace.evaluator.Samples;
import io.millrace.evaluator.review.Sampling;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.ContentHash;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Message;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewOutcome;
import io.millrace.schemas.ReviewRequest;
import io.millrace.schemas.ToolCall;
import io.millrace.schemas.Topic;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import io.millrace.schemas.Withdrawal;
import io.millrace.schemas.wire.RecordSerde;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewsTest {

    private static final Sampling ONE_EACH = new Sampling(1, 0);
    private static final Sampling TWO_EACH = new Sampling(1, 1);

    private static final Verified OPEN = Samples.verified("seed-1", "42", VerdictKind.UNDECIDED, "CHECK_TIMEOUT");
    private static final String ID = OPEN.getCandidate().getId();

    @TempDir
    Path stateDir;

    private TopologyRig rig;
    private TestInputTopic<String, Verified> verified;
    private TestInputTopic<String, Review> reviews;
    private TestOutputTopic<String, Evaluated> evaluated;
    private TestOutputTopic<String, ReviewRequest> requests;
    private TestOutputTopic<String, Withdrawal> withdrawals;
    private TestOutputTopic<String, DatasetCut> cuts;

    @BeforeEach
    void start() {
        start(ONE_EACH);
    }

    @AfterEach
    void closeRig() {
        rig.close();
    }

    @Test
    void asksAboutEveryRecordThatIsLeftOpenOnce() {
        restart(new Sampling(0, 0));

        verified.pipeInput("seed-1", OPEN);
        verified.pipeInput("seed-2", Samples.accepted("seed-2", "43"));
        verified.pipeInput("seed-3", Samples.rejected("seed-3", "44"));

        assertThat(requests.readKeyValuesToList()).singleElement().satisfies(request -> {
            assertThat(request.key).isEqualTo(ID);
            assertThat(request.value.getPlace()).isEqualTo(new Coordinates("evaluated", 0, 0L));
            assertThat(request.value.getReason()).isEqualTo("CHECK_TIMEOUT");
            assertThat(request.value.getDataset()).isEqualTo("sums");
            assertThat(request.value.getKept()).isFalse();
            assertThat(request.value.getReviewers()).isEqualTo(1);
        });
    }

    @Test
    void whatPeopleAcceptIsKeptAndCountsForAVersion() {
        verified.pipeInput("seed-1", OPEN);

        reviews.pipeInput(ID, review("ann", ACCEPT));
        verified.pipeInput("seed-2", Samples.accepted("seed-2", "43"));
        verified.pipeInput("seed-3", Samples.accepted("seed-3", "44"));

        Evaluated before = evaluated.readValue();
        Evaluated after = evaluated.readValue();
        assertThat(before.getDecision()).isEqualTo(Decision.REVIEW);
        assertThat(after.getId()).isEqualTo(before.getId());
        assertThat(after.getDecision()).isEqualTo(Decision.KEEP);
        assertThat(after.getReviewOutcome()).isEqualTo("ACCEPT");
        assertThat(after.getReviews()).extracting(Review::getReviewer).containsExactly("ann");
        assertThat(after.getVerified()).isEqualTo(OPEN);
        assertThat(after.getProvenance().getReadFrom())
                .isEqualTo(before.getProvenance().getReadFrom());
        assertThat(cuts.readValue().getKept()).isEqualTo(3);
        assertThat(places().get(ID)).isEqualTo(new Coordinates("evaluated", 0, 1L));
        assertThat(places().get(RecordIds.review(ID))).isEqualTo(new Coordinates("evaluated", 0, 1L));
    }

    @Test
    void nobodyIsAskedAboutWhatPeopleDecided() {
        verified.pipeInput("seed-1", OPEN);
        reviews.pipeInput(ID, review("ann", ACCEPT));

        assertThat(requests.readValuesToList()).hasSize(1);
    }

    @Test
    void whatPeopleAcceptMustStillBeNew() {
        restart(new Sampling(0, 0));
        verified.pipeInput("seed-1", OPEN);
        verified.pipeInput("seed-2", Samples.accepted("seed-2", "42"));

        reviews.pipeInput(ID, review("ann", ACCEPT));

        assertThat(evaluated.readValuesToList().getLast()).satisfies(after -> {
            assertThat(after.getDecision()).isEqualTo(Decision.DROP);
            assertThat(after.getReason()).isEqualTo("DUPLICATE");
            assertThat(after.getReviewOutcome()).isEqualTo("ACCEPT");
        });
    }

    @Test
    void whatPeopleTurnAwayIsDroppedAndBlocksNothing() {
        verified.pipeInput("seed-1", OPEN);
        reviews.pipeInput(ID, review("ann", REJECT));
        verified.pipeInput("seed-2", Samples.accepted("seed-2", "42"));

        assertThat(evaluated.readValuesToList())
                .extracting(Evaluated::getReason)
                .containsExactly("CHECK_TIMEOUT", "REVIEWED", "KEPT");
        assertThat(withdrawals.isEmpty()).isTrue();
    }

    @Test
    void anEditedAnswerTakesThePlaceOfTheModels() {
        verified.pipeInput("seed-1", OPEN);
        reviews.pipeInput(
                ID,
                Review.newBuilder(review("ann", EDIT)).setAnswer("It is 42.").build());

        Evaluated after = evaluated.readValuesToList().getLast();
        var candidate = after.getVerified().getCandidate();
        assertThat(after.getDecision()).isEqualTo(Decision.KEEP);
        assertThat(after.getReviewOutcome()).isEqualTo("EDIT");
        assertThat(candidate.getId()).isEqualTo(ID);
        assertThat(candidate.getMessages().getLast().getContent()).isEqualTo("It is 42.");
        assertThat(candidate.getMessages().getFirst())
                .isEqualTo(OPEN.getCandidate().getMessages().getFirst());
        assertThat(after.getProvenance().getContentHash()).isEqualTo(ContentHash.of(candidate.getMessages()));
        assertThat(after.getProvenance().getSynthetic()).isTrue();
        assertThat(after.getProvenance().getGenerationDepth())
                .isEqualTo(OPEN.getProvenance().getGenerationDepth());
    }

    @Test
    void aKeptRecordThatPeopleAcceptIsNotKeptTwice() {
        Verified kept = Samples.accepted("seed-1", "42");
        verified.pipeInput("seed-1", kept);
        reviews.pipeInput(ID, review("ann", ACCEPT));

        assertThat(evaluated.readValuesToList().getLast()).satisfies(after -> {
            assertThat(after.getDecision()).isEqualTo(Decision.DROP);
            assertThat(after.getReason()).isEqualTo("REPEATED");
            assertThat(after.getReviewOutcome()).isEqualTo("ACCEPT");
        });
        assertThat(withdrawals.isEmpty()).isTrue();
        assertThat(places().get(ID)).isEqualTo(new Coordinates("evaluated", 0, 0L));
        assertThat(places().get(RecordIds.review(ID))).isEqualTo(new Coordinates("evaluated", 0, 1L));
    }

    @Test
    void aKeptRecordThatPeopleTurnAwayIsWithdrawn() {
        verified.pipeInput("seed-1", Samples.accepted("seed-1", "42"));
        reviews.pipeInput(ID, review("ann", REJECT));

        assertThat(withdrawals.readKeyValuesToList()).singleElement().satisfies(withdrawal -> {
            assertThat(withdrawal.key).isEqualTo("sums");
            assertThat(withdrawal.value.getWithdrawnBy()).isEqualTo("ann");
            assertThat(withdrawal.value.getReason()).isEqualTo("a reason");
            assertThat(withdrawal.value.getRecords()).singleElement().satisfies(record -> {
                assertThat(record.getCandidateId()).isEqualTo(ID);
                assertThat(record.getPlace()).isEqualTo(new Coordinates("evaluated", 0, 0L));
            });
        });
        assertThat(cuts.readValue().getLastWithdrawal()).isEqualTo(new Coordinates("withdrawals", 0, 0L));
        assertThat(places().get(RecordIds.withdrawal(ID))).isNotNull();
    }

    @Test
    void aKeptRecordIsNotEdited() {
        verified.pipeInput("seed-1", Samples.accepted("seed-1", "42"));
        reviews.pipeInput(
                ID, Review.newBuilder(review("ann", EDIT)).setAnswer("43").build());

        assertThat(evaluated.readValuesToList()).hasSize(1);
    }

    @Test
    void aReviewThatComesTwiceOrLateCountsOnce() {
        verified.pipeInput("seed-1", OPEN);
        reviews.pipeInput(ID, review("ann", ACCEPT));
        reviews.pipeInput(ID, review("ann", ACCEPT));
        reviews.pipeInput(ID, review("bob", REJECT));
        verified.pipeInput("seed-1", OPEN);
        reviews.pipeInput(ID, review("cem", REJECT));

        assertThat(evaluated.readValuesToList())
                .extracting(Evaluated::getDecision)
                .containsExactly(Decision.REVIEW, Decision.KEEP, Decision.REVIEW);
    }

    @Test
    void twoWhoDisagreeLeaveItToAThird() {
        restart(TWO_EACH);
        verified.pipeInput("seed-1", OPEN);
        reviews.pipeInput(ID, review("ann", ACCEPT));
        reviews.pipeInput(ID, review("ann", ACCEPT));
        reviews.pipeInput(ID, review("bob", REJECT));
        assertThat(evaluated.readValuesToList()).hasSize(1);

        reviews.pipeInput(ID, review("cem", ACCEPT));

        assertThat(evaluated.readValue()).satisfies(after -> {
            assertThat(after.getDecision()).isEqualTo(Decision.KEEP);
            assertThat(after.getReviews())
                    .extracting(Review::getReviewer, Review::getOutcome)
                    .containsExactly(tuple("ann", ACCEPT), tuple("bob", REJECT), tuple("cem", ACCEPT));
        });
    }

    @Test
    void whatIsSaidOfARecordThatNobodyWasAskedAboutHasNoEffect() {
        reviews.pipeInput(ID, review("ann", ACCEPT));

        assertThat(evaluated.isEmpty()).isTrue();
    }

    @Test
    void whatIsTooLongToBeSaidHasNoEffect() {
        verified.pipeInput("seed-1", OPEN);
        Review review = Review.newBuilder(review("ann", EDIT)).setAnswer("42").build();
        reviews.pipeInput(
                ID, Review.newBuilder(review).setAnswer("x".repeat(100_001)).build());
        reviews.pipeInput(
                ID, Review.newBuilder(review).setReason("x".repeat(2_001)).build());
        reviews.pipeInput(
                ID, Review.newBuilder(review).setReviewer("x".repeat(81)).build());

        assertThat(evaluated.readValuesToList()).hasSize(1);
    }

    @Test
    void anAnswerThatIsACallOfAToolIsNotEdited() {
        var call = new ToolCall("1", "add", "{}");
        var candidate = OPEN.getCandidate();
        Message last = Message.newBuilder(candidate.getMessages().getLast())
                .setToolCalls(List.of(call))
                .build();
        var calling = Candidate.newBuilder(candidate).setMessages(List.of(last)).build();
        verified.pipeInput(
                "seed-1", Verified.newBuilder(OPEN).setCandidate(calling).build());
        reviews.pipeInput(
                ID, Review.newBuilder(review("ann", EDIT)).setAnswer("42").build());

        assertThat(evaluated.readValuesToList()).hasSize(1);
    }

    @Test
    void aReviewThatCannotBeReadGoesToTheDeadLetters() {
        TestInputTopic<String, byte[]> raw =
                rig.driver().createInputTopic(Topic.REVIEWS.name(), new StringSerializer(), new ByteArraySerializer());
        Topic<DeadLetter> letters = Topic.REVIEWS.deadLetters();

        raw.pipeInput(ID, "not avro".getBytes(StandardCharsets.UTF_8));
        raw.pipeInput(ID, null);

        assertThat(rig.output(letters, new RecordSerde<>(letters, rig.schemas()))
                        .readValuesToList())
                .hasSize(1);
    }

    private void restart(Sampling sampling) {
        rig.close();
        start(sampling);
    }

    private void start(Sampling sampling) {
        rig = new TopologyRig(stateDir, List.of(), sampling);
        Formats formats = rig.formats();
        verified = rig.input(Topic.VERIFIED, formats.verified());
        reviews = rig.input(Topic.REVIEWS, formats.review());
        evaluated = rig.output(Topic.EVALUATED, formats.evaluated());
        requests = rig.output(Topic.REVIEW_REQUESTS, formats.reviewRequest());
        withdrawals = rig.output(Topic.WITHDRAWALS, formats.withdrawal());
        cuts = rig.output(Topic.CUTS, formats.cut());
    }

    private KeyValueStore<String, Coordinates> places() {
        return rig.driver().getKeyValueStore(EvaluatorTopology.LINEAGE_STORE);
    }

    private static Review review(String reviewer, ReviewOutcome outcome) {
        return Review.newBuilder()
                .setRecord(ID)
                .setReviewer(reviewer)
                .setOutcome(outcome)
                .setReason("a reason")
                .setReviewedAt(Samples.CREATED)
                .build();
    }
}
