package io.millrace.evaluator.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.schemas.Rate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final History history = new History();

    @Test
    void theRateIsThatOfTheLastSeconds() {
        for (int second = 0; second <= 30; second++) {
            long passed = second <= 20 ? 0 : 100L * (second - 20);
            history.add(START.plusSeconds(second), Tally.of(List.of(row("seeds", "", "", passed))));
        }

        assertThat(history.rate("seeds")).isCloseTo(100, within(0.1));
        assertThat(history.rate("candidates")).isZero();
    }

    @Test
    void theAcceptRateForgetsWhatIsOlderThanAMinute() {
        history.add(START, verdicts(100, 0));
        history.add(START.plusSeconds(60), verdicts(100, 100));
        history.add(START.plusSeconds(120), verdicts(175, 125));

        assertThat(history.acceptRate()).hasValue(0.75);
    }

    @Test
    void withoutVerdictsThereIsNoAcceptRate() {
        history.add(START, verdicts(1, 1));
        history.add(START.plusSeconds(1), verdicts(1, 1));

        assertThat(history.acceptRate()).isEmpty();
    }

    @Test
    void theTallySumsUpAllPartitions() {
        Tally tally = Tally.of(List.of(
                row("verified", "ACCEPTED", "ACCEPTED", 3),
                row("verified", "ACCEPTED", "ACCEPTED", 4),
                row("verified", "REJECTED", "WRONG_ANSWER", 2),
                row("evaluated", "KEEP", "KEPT", 5),
                row("evaluated", "DROP", "DUPLICATE", 1),
                row("evaluated", "DROP", "NEAR_DUPLICATE", 1),
                row("evaluated", "DROP", "WRONG_ANSWER", 2),
                row("candidates.dlq", "", "", 1)));

        assertThat(tally.allVerdicts()).isEqualTo(9);
        assertThat(tally.kept()).isEqualTo(5);
        assertThat(tally.duplicates()).isEqualTo(2);
        assertThat(tally.deadLettered()).isEqualTo(1);
        assertThat(tally.notKept()).containsOnlyKeys("DUPLICATE", "NEAR_DUPLICATE", "WRONG_ANSWER");
    }

    @Test
    void whatWasPlantedIsCountedApart() {
        Tally tally = Tally.of(List.of(
                row("verified", "ACCEPTED", "ACCEPTED", 3),
                row("verified", "PLANTED", "AS_EXPECTED", 4),
                row("verified", "PLANTED", "FALSE_ACCEPT", 1),
                row("evaluated", "KEEP", "KEPT", 3),
                row("evaluated", "DROP", "PLANTED", 5)));

        assertThat(tally.planted()).isEqualTo(Map.of("AS_EXPECTED", 4L, "FALSE_ACCEPT", 1L));
        assertThat(tally.allVerdicts()).isEqualTo(3);
        assertThat(tally.stage("verified")).isEqualTo(8);
        assertThat(tally.notKept()).isEmpty();
    }

    private static Tally verdicts(long accepted, long rejected) {
        return Tally.of(List.of(
                row("verified", "ACCEPTED", "ACCEPTED", accepted),
                row("verified", "REJECTED", "WRONG_ANSWER", rejected)));
    }

    private static Rate row(String stage, String outcome, String reason, long count) {
        return new Rate(Instant.EPOCH, START, "rule", "arithmetic", stage, outcome, reason, count);
    }
}
