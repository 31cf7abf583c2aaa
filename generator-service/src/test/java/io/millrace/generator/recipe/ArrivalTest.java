package io.millrace.generator.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.generator.recipe.Arrival.Outcome;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Decision;
import io.millrace.schemas.EarlierCall;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.PromptRef;
import io.millrace.schemas.RecipePlace;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewOutcome;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Spent;
import io.millrace.schemas.Split;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.Usage;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrivalTest {

    private static final RecipePlace PLACE = new RecipePlace("tutor", "any", "talk", null);
    private static final Seed SEED =
            TestSeeds.seed(TestSeeds.math()).setRecipe(PLACE).setSamples(5).build();

    @Test
    void tellsWhatBecameOfACandidateAndWhatAllItsCallsUsed() {
        Candidate candidate = candidate(SEED)
                .setUsage(new Usage(10L, 5L, 100L, "1"))
                .setEarlierCalls(
                        List.of(call(new Usage(1L, 2L, null, null), false), call(new Usage(50L, 50L, 50L, "1"), true)))
                .build();

        assertThat(Arrival.of(evaluated(candidate, VerdictKind.ACCEPTED, Decision.KEEP)))
                .contains(new Arrival(PLACE, Outcome.KEPT, 1, new Spent(18L, 100L)));
        assertThat(Arrival.of(evaluated(candidate, VerdictKind.ACCEPTED, Decision.DROP)))
                .hasValueSatisfying(arrival -> assertThat(arrival.outcome()).isEqualTo(Outcome.DROPPED));
        assertThat(Arrival.of(evaluated(candidate, VerdictKind.UNDECIDED, Decision.DROP)))
                .hasValueSatisfying(arrival -> assertThat(arrival.outcome()).isEqualTo(Outcome.UNDECIDED));
    }

    @Test
    void nothingArrivesTwiceBecausePeopleDecidedOnIt() {
        Review review = Review.newBuilder()
                .setRecord("c-1")
                .setReviewer("ann")
                .setOutcome(ReviewOutcome.ACCEPT)
                .setReviewedAt(Instant.EPOCH)
                .build();
        Evaluated reviewed = Evaluated.newBuilder(
                        evaluated(candidate(SEED).build(), VerdictKind.UNDECIDED, Decision.KEEP))
                .setReviews(List.of(review))
                .build();

        assertThat(Arrival.of(reviewed)).isEmpty();
    }

    @Test
    void countsAllSamplesOfALostSeedUnlessOneIsNamed() {
        assertThat(Arrival.lost(SEED, null)).map(Arrival::candidates).contains(5);
        assertThat(Arrival.lost(SEED, 3)).map(Arrival::candidates).contains(1);
    }

    @Test
    void saysNothingOfWhatNoRecipeAskedForAndOfPlants() {
        Seed other = TestSeeds.seed(TestSeeds.math()).build();
        Candidate plant = candidate(SEED).setId(RecordIds.planted("c-1")).build();

        assertThat(Arrival.lost(other, null)).isEmpty();
        assertThat(Arrival.lost(candidate(other).build())).isEmpty();
        assertThat(Arrival.of(evaluated(plant, VerdictKind.REJECTED, Decision.DROP)))
                .isEmpty();
    }

    private static Candidate.Builder candidate(Seed seed) {
        return Candidate.newBuilder()
                .setId("c-1")
                .setProvenance(seed.getProvenance())
                .setSeed(seed)
                .setTask(TestSeeds.math())
                .setStrategy(new StrategyRef("distillation", "1"))
                .setSampleIndex(0)
                .setMessages(List.of(new Message("assistant", "42", null, List.of(), null)));
    }

    private static EarlierCall call(Usage usage, boolean cached) {
        return EarlierCall.newBuilder()
                .setStep("invent")
                .setModel(new ModelRef("large", "large", "http://localhost"))
                .setPrompt(new PromptRef("p", "1", "0", Map.of()))
                .setSampling(Sampling.newBuilder().build())
                .setUsage(usage)
                .setCached(cached)
                .build();
    }

    private static Evaluated evaluated(Candidate candidate, VerdictKind verdict, Decision decision) {
        Verified verified = Verified.newBuilder()
                .setId("v-1")
                .setProvenance(candidate.getProvenance())
                .setCandidate(candidate)
                .setVerdict(verdict)
                .setReason("TEST")
                .setChecks(List.of())
                .build();
        return Evaluated.newBuilder()
                .setId("e-1")
                .setProvenance(candidate.getProvenance())
                .setVerified(verified)
                .setDecision(decision)
                .setReason("TEST")
                .setPolicyVersion("1")
                .setSplit(Split.TRAIN)
                .build();
    }
}
