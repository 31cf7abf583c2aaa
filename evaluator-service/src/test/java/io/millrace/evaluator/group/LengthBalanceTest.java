package io.millrace.evaluator.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LengthBalanceTest {

    private static final List<Pair> MOSTLY_LONGER =
            Stream.concat(pairs("l", 80, 1), pairs("s", 20, -1)).toList();

    @Test
    void leavesOutThePairsThatDifferMostWhereTooManyChooseTheLonger() {
        List<Pair> kept = new LengthBalance(0.5).keep(MOSTLY_LONGER);

        assertThat(PairFigures.of(kept)).isEqualTo(new PairFigures(40, 20, 20, 0, 10.5));
        assertThat(kept).extracting(Pair::difference).contains(1, 20, -1, -20).doesNotContain(21, 80);
    }

    @Test
    void leavesAShareNoGreaterThanAsked() {
        PairFigures figures = PairFigures.of(LengthBalance.USUAL.keep(MOSTLY_LONGER));

        assertThat(figures.chosenShorter()).isEqualTo(20);
        assertThat((double) figures.chosenLonger() / figures.pairs()).isBetween(0.5, 0.55);
    }

    @Test
    void shorterAnswersAreNotChosenMoreOftenEither() {
        List<Pair> mostlyShorter =
                Stream.concat(pairs("l", 20, 1), pairs("s", 80, -1)).toList();

        assertThat(new LengthBalance(0.5).keep(mostlyShorter)).hasSize(40);
    }

    @Test
    void whatIsEquallyLongCountsForBothSides() {
        List<Pair> pairs = Stream.concat(pairs("l", 40, 1), pairs("e", 40, 0)).toList();

        assertThat(new LengthBalance(0.5).keep(pairs)).isEqualTo(pairs);
    }

    @Test
    void fewPairsOrNoLimitLeaveNothingOut() {
        List<Pair> few = pairs("l", 10, 1).toList();

        assertThat(new LengthBalance(0.5).keep(few)).isEqualTo(few);
        assertThat(new LengthBalance(1).keep(MOSTLY_LONGER)).isEqualTo(MOSTLY_LONGER);
    }

    @Test
    void refusesAShareThatCannotBe() {
        assertThatThrownBy(() -> new LengthBalance(0.4)).isInstanceOf(IllegalArgumentException.class);
    }

    /** So many pairs, whose chosen answer is longer by 1, 2, 3 … times the sign. */
    private static Stream<Pair> pairs(String name, int count, int sign) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(
                        i -> new Pair(Members.kept(name + i, 1_000 + sign * i), Members.failed(name + "-" + i, 1_000)));
    }
}
