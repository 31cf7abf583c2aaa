package io.millrace.generator.rule.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ChoicesTest {

    @Test
    void numbersBelowTheSpanNeverMakeTheSameChoices() {
        Set<List<Integer>> seen = new HashSet<>();
        for (int number = 0; number < 3 * 7 * 11; number++) {
            Digits digits = new Digits(number);
            seen.add(List.of(digits.below(3), digits.between(10, 16), digits.below(11)));

            assertThat(digits.span()).isEqualTo(3 * 7 * 11);
        }

        assertThat(seen).hasSize(3 * 7 * 11);
    }

    @Test
    void distinctOptionsAreNeverRepeated() {
        List<Integer> options = List.of(1, 2, 3, 4, 5);
        Set<List<Integer>> seen = new HashSet<>();
        for (int number = 0; number < 5 * 4 * 3; number++) {
            List<Integer> chosen = new Digits(number).distinct(3, options);
            seen.add(chosen);

            assertThat(chosen).doesNotHaveDuplicates();
        }

        assertThat(seen).hasSize(5 * 4 * 3);
    }

    @Test
    void chanceIsFair() {
        int[] counts = new int[6];
        Chance chance = new Chance(1);
        IntStream.range(0, 60_000).forEach(roll -> counts[chance.below(6)]++);

        for (int count : counts) {
            assertThat(count).isCloseTo(10_000, Offset.offset(400));
        }
    }

    @Test
    void neighbouringKeysShareNothing() {
        long equal = IntStream.range(0, 10_000)
                .filter(key -> new Chance(key).below(100) == new Chance(key + 1).below(100))
                .count();

        assertThat(equal).isBetween(50L, 150L);
    }
}
