package io.millrace.generator.rule.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 16, 17, 1_000, 65_536, 65_537})
    void everyNumberHasExactlyOnePosition(long size) {
        Permutation permutation = new Permutation(size, 42);

        long[] numbers = LongStream.range(0, size).map(permutation::at).sorted().toArray();

        assertThat(numbers).isEqualTo(LongStream.range(0, size).toArray());
    }

    @Test
    void aLargeSpaceHasNoNumberTwice() {
        Permutation permutation = new Permutation(Permutation.MAX_SIZE - 12_345, 42);

        assertThat(LongStream.range(0, 100_000).map(permutation::at).distinct().count())
                .isEqualTo(100_000);
    }

    @Test
    void anotherKeyGivesAnotherOrder() {
        Permutation one = new Permutation(1_000, 1);
        Permutation other = new Permutation(1_000, 2);

        assertThat(LongStream.range(0, 1_000)
                        .filter(at -> one.at(at) == other.at(at))
                        .count())
                .isLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 10, Long.MAX_VALUE})
    void aPositionOutsideIsRefused(long position) {
        assertThatThrownBy(() -> new Permutation(10, 1).at(position)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MAX_VALUE})
    void anImpossibleSizeIsRefused(long size) {
        assertThatThrownBy(() -> new Permutation(size, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
