package io.millrace.generator.holdout;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.HoldoutKey;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Split;
import io.millrace.schemas.Task;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.TrustedRecords;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HoldoutsTest {

    static {
        TrustedRecords.allow();
    }

    private static final Task HELD =
            Task.newBuilder().setMath(new MathTask("One and one?", "2", null)).build();

    private final Holdouts holdouts = new Holdouts();

    @Test
    void holdAProblemUnderAnyIdAndInAnyDataset() throws InterruptedException {
        holdouts.add(HoldoutKey.of("one", HELD));
        holdouts.complete();

        assertThat(holdouts.hold(
                        TestSeeds.seed(HELD).setId("x").setDataset("two").build()))
                .isTrue();
        assertThat(holdouts.hold(TestSeeds.seed(TestSeeds.math()).build())).isFalse();
    }

    @Test
    void aProblemStaysHeldOutWhileOneDatasetHoldsIt() throws InterruptedException {
        holdouts.add(HoldoutKey.of("one", HELD));
        holdouts.add(HoldoutKey.of("two", HELD));
        holdouts.complete();
        Seed seed = TestSeeds.seed(HELD).build();

        holdouts.remove(HoldoutKey.of("one", HELD));
        assertThat(holdouts.hold(seed)).isTrue();

        holdouts.remove(HoldoutKey.of("two", HELD));
        assertThat(holdouts.hold(seed)).isFalse();
    }

    @Test
    void aProblemThatSaysThatItIsForTestingIsHeldOutByItself() throws InterruptedException {
        assertThat(holdouts.hold(TestSeeds.seed(HELD).setSplit(Split.TEST).build()))
                .isTrue();
    }

    @Test
    void anItemOfARuleFamilyIsNobodysProblem() throws InterruptedException {
        Seed item = TestSeeds.seed(HELD).setTask(null).setSplit(Split.TEST).build();

        assertThat(holdouts.hold(item)).isFalse();
    }

    @Test
    void nothingIsLetThroughBeforeAllAreKnown() {
        CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(this::holdsIt);

        holdouts.add(HoldoutKey.of("one", HELD));
        assertThat(answer).isNotDone();
        holdouts.complete();

        assertThat(answer.join()).isTrue();
    }

    @Test
    void whatIsNoKeyIsLeft() {
        holdouts.add("");
        holdouts.add("x".repeat(10_000));
        holdouts.add("0".repeat(64));

        assertThat(holdouts.size()).isZero();
    }

    private boolean holdsIt() {
        try {
            return holdouts.hold(TestSeeds.seed(HELD).build());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
