package io.millrace.schemas.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinishedOffsetsTest {

    @Test
    void waitsForTheSlowestRecord() {
        FinishedOffsets offsets = FinishedOffsets.from(10);

        offsets.start(10);
        offsets.start(11);
        offsets.start(12);
        offsets.finish(12);
        offsets.finish(11);

        assertThat(offsets.low()).isEqualTo(10);
        offsets.finish(10);
        assertThat(offsets.low()).isEqualTo(13);
    }

    @Test
    void countsGapsAsFinished() {
        FinishedOffsets offsets = FinishedOffsets.from(0);

        offsets.start(0);
        offsets.start(5);
        offsets.finish(0);

        assertThat(offsets.low()).isEqualTo(5);
        offsets.finish(5);
        offsets.seen(8);
        assertThat(offsets.low()).isEqualTo(8);
    }

    @Test
    void neverCountsAStartedRecordAsAGap() {
        FinishedOffsets offsets = FinishedOffsets.from(0);

        offsets.start(0);
        offsets.seen(1);

        assertThat(offsets.isFinished(0)).isFalse();
        assertThat(offsets.low()).isZero();
    }

    @Test
    void passesAGapThatIsWiderThanItsBitmap() {
        FinishedOffsets offsets = FinishedOffsets.from(3);

        offsets.seen(1_000_000);

        assertThat(offsets.low()).isEqualTo(1_000_000);
    }

    @Test
    void stopsInAWideGapUntilTheRecordBeforeItIsFinished() {
        FinishedOffsets offsets = FinishedOffsets.from(3);
        offsets.start(3);

        offsets.seen(1_000_000);

        assertThat(offsets.low()).isEqualTo(3);
        assertThat(offsets.metadata().length()).isLessThanOrEqualTo(4_096);
        offsets.finish(3);
        offsets.seen(1_000_000);
        assertThat(offsets.low()).isEqualTo(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void survivesARestartAtAnyMoment(long seed) {
        var random = new Random(seed);
        var order = new ArrayList<>(
                LongStream.range(100, 100 + FinishedOffsets.MAX_SPAN).boxed().toList());
        Collections.shuffle(order, random);
        FinishedOffsets offsets = FinishedOffsets.from(100);

        for (int done = 0; done < order.size(); done++) {
            offsets.finish(order.get(done));
            if (done % 4_000 == 0) {
                String metadata = offsets.metadata();
                assertThat(metadata.length()).isLessThanOrEqualTo(4_096);
                offsets = FinishedOffsets.from(offsets.low(), metadata);
                for (int i = 0; i < order.size(); i += 97) {
                    assertThat(offsets.isFinished(order.get(i))).isEqualTo(i <= done);
                }
            }
        }

        assertThat(offsets.low()).isEqualTo(100 + FinishedOffsets.MAX_SPAN);
        assertThat(offsets.metadata()).isEmpty();
    }

    @Test
    void admitsOnlyWhatItsMetadataCanTell() {
        FinishedOffsets offsets = FinishedOffsets.from(7);

        assertThat(offsets.admits(7 + FinishedOffsets.MAX_SPAN - 1)).isTrue();
        assertThat(offsets.admits(7 + FinishedOffsets.MAX_SPAN)).isFalse();
    }

    @Test
    void refusesMetadataOfAnotherProgram() {
        assertThatThrownBy(() -> FinishedOffsets.from(7, "not ours!")).isInstanceOf(IllegalArgumentException.class);
    }
}
