package io.millrace.evaluator.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.millrace.evaluator.Samples;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Split;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitSharesTest {

    private static final int PROBLEMS = 20_000;

    private final SplitShares shares = new SplitShares(90, 5, 5);

    @Test
    void theSeedsOwnSplitWins() {
        Seed seed = Samples.seedBuilder("seed-1").setSplit(Split.TEST).build();

        assertThat(shares.of(Samples.candidate(seed, "42"))).isEqualTo(Split.TEST);
    }

    @Test
    void allAnswersToOneProblemStayTogether() {
        Split split = shares.of(Samples.candidate(Samples.seed("seed-1"), "42"));

        assertThat(shares.of(Samples.candidate(Samples.seed("seed-2"), "43"))).isEqualTo(split);
    }

    @Test
    void problemsSpreadByTheirShares() {
        Map<Split, Long> counts = IntStream.range(0, PROBLEMS)
                .mapToObj(i -> shares.of("sums", "What is " + i + " + 1?"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(counts.getOrDefault(Split.TRAIN, 0L) / (double) PROBLEMS).isCloseTo(0.9, within(0.01));
        assertThat(counts.getOrDefault(Split.VALIDATION, 0L) / (double) PROBLEMS)
                .isCloseTo(0.05, within(0.01));
        assertThat(counts.getOrDefault(Split.TEST, 0L) / (double) PROBLEMS).isCloseTo(0.05, within(0.01));
    }

    @Test
    void aSplitWithoutAShareStaysEmpty() {
        var onlyTrain = new SplitShares(1, 0, 0);

        assertThat(IntStream.range(0, 1_000).mapToObj(i -> onlyTrain.of("sums", "problem " + i)))
                .containsOnly(Split.TRAIN);
    }

    @Test
    void refusesSharesThatDivideNothing() {
        assertThatThrownBy(() -> new SplitShares(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SplitShares(2, -1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
