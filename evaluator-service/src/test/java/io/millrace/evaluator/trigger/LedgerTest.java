package io.millrace.evaluator.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.evaluator.trigger.Ledger.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

    private static final int PARTITIONS = 5;

    @Test
    void aSpanReachesFromTheFirstToJustBehindTheLast() {
        Ledger ledger = Ledger.empty().with(0, 7).with(0, 12);

        assertThat(ledger.spans()).containsExactly(new Span(0, 7, 13, 2));
        assertThat(ledger.kept()).isEqualTo(2);
    }

    @Test
    void aPartitionOfWhichNothingWasKeptIsNotPartOfAVersion() {
        Ledger next = Ledger.empty().with(0, 7).with(1, 3).next().with(1, 9);

        assertThat(next.grown().spans()).containsExactly(new Span(1, 4, 10, 1));
    }

    @Test
    void refusesToCountARecordTwice() {
        Ledger ledger = Ledger.empty().with(0, 7).next();

        assertThatThrownBy(() -> ledger.with(0, 7)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void consecutiveVersionsAdjoinInEveryPartitionAndMissNothing(long seed) {
        var random = new SplittableRandom(seed);
        long[] offsets = new long[PARTITIONS];
        List<Ledger> versions = new ArrayList<>();
        Ledger ledger = Ledger.empty();

        for (int i = 0; i < 1_000; i++) {
            int partition = random.nextInt(PARTITIONS);
            offsets[partition] += random.nextInt(1, 4);
            ledger = ledger.with(partition, offsets[partition]);
            if (ledger.kept() == random.nextInt(1, 20)) {
                versions.add(ledger);
                ledger = ledger.next();
            }
        }
        versions.add(ledger);

        assertThat(versions.stream().mapToLong(Ledger::kept).sum()).isEqualTo(1_000);
        assertThat(versions.stream()
                        .flatMap(version -> version.spans().stream())
                        .mapToLong(Span::count)
                        .sum())
                .isEqualTo(1_000);
        assertThat(versions).extracting(Ledger::version).isSorted().doesNotHaveDuplicates();
        assertThatSpansAdjoin(versions);
    }

    private static void assertThatSpansAdjoin(List<Ledger> versions) {
        Map<Integer, Long> ends = new HashMap<>();
        for (Ledger version : versions) {
            for (Span span : version.spans()) {
                Long end = ends.put(span.partition(), span.to());
                assertThat(end == null || end == span.from()).isTrue();
            }
        }
    }
}
