package io.millrace.evaluator.stream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.evaluator.Samples;
import io.millrace.evaluator.trigger.Policies;
import io.millrace.evaluator.trigger.PolicyReader;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Firing;
import io.millrace.schemas.Gate;
import io.millrace.schemas.GateStatus;
import io.millrace.schemas.LedgerEntry;
import io.millrace.schemas.Likeness;
import io.millrace.schemas.OffsetRange;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Verified;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepLedgerTest {

    private static final Policies POLICIES = new PolicyReader(expression -> last -> last).read("""
            policies:
              - policy: hourly
                dataset: sums
                when: [{every: 1h}, {kept: 100}, {acceptRateChange: 0.2, atLeast: 10}, {distinct4Below: 0.5}]
                spacing: 10m
            """);

    @TempDir
    Path stateDir;

    private TopologyRig rig;
    private TestInputTopic<String, Verified> verified;
    private TestInputTopic<String, Gate> gates;
    private TestOutputTopic<String, DatasetCut> cuts;

    @BeforeEach
    void start() {
        rig = new TopologyRig(stateDir, List.of(), POLICIES);
        verified = rig.input(Topic.VERIFIED, rig.formats().verified());
        gates = rig.input(Topic.GATE, rig.formats().gate());
        cuts = rig.output(Topic.CUTS, rig.formats().cut());
    }

    @AfterEach
    void closeRig() {
        rig.close();
    }

    @Test
    void timeAloneCutsWhatWasKeptAndSaysWhy() {
        keep(0, 3);
        rig.driver().advanceWallClockTime(Duration.ofMinutes(59));
        assertThat(cuts.isEmpty()).isTrue();

        rig.driver().advanceWallClockTime(Duration.ofMinutes(1));

        DatasetCut cut = cuts.readValue();
        assertThat(cut.getRanges()).containsExactly(new OffsetRange("evaluated", 0, 0L, 3L, 3L));
        assertThat(cut.getFired()).containsExactly(new Firing("hourly", "every", 3_600.0, 3_600.0));
        assertThat(requireNonNull(cut.getFigures()).getJudged()).isEqualTo(3);
        assertThat(requireNonNull(cut.getFigures()).getCurrent().get("difficulty"))
                .containsEntry("unknown", 3L);
        rig.driver().advanceWallClockTime(Duration.ofHours(5));
        assertThat(cuts.isEmpty()).isTrue();
    }

    @Test
    void countsWhatWasNotKeptWhereAPolicyAsksForIt() {
        keep(0, 100);
        assertThat(cuts.readValue().getFired()).extracting(Firing::getCondition).containsExactly("kept");
        rig.driver().advanceWallClockTime(Duration.ofMinutes(10));

        keep(100, 6);
        for (int i = 0; i < 4; i++) {
            verified.pipeInput("seed-" + i, Samples.rejected("seed-" + i, "wrong " + i));
        }

        DatasetCut cut = cuts.readValue();
        assertThat(cut.getFired()).containsExactly(new Firing("hourly", "acceptRateChange", 0.4, 0.2));
        assertThat(cut.getKept()).isEqualTo(6);
        assertThat(requireNonNull(cut.getFigures()).getJudged()).isEqualTo(10);
    }

    @Test
    void looksAtTheWordsWhereAPolicyAsksForThem() {
        String answer = "the same four words ".repeat(75);
        for (int i = 0; i < 66; i++) {
            verified.pipeInput("seed-" + i, Samples.accepted("seed-" + i, answer + i));
        }

        assertThat(cuts.readValue().getFired()).singleElement().satisfies(firing -> {
            assertThat(firing.getCondition()).isEqualTo("distinct4");
            assertThat(firing.getValue()).isLessThan(0.01);
        });
    }

    @Test
    void looksAtHowLikeEachOtherTheRecordsOfAWindowAre() {
        for (int i = 0; i < 499; i++) {
            verified.pipeInput("seed-" + i, Samples.accepted("seed-" + i, "one two three four five " + i));
        }
        assertThat(likeness())
                .extracting(Likeness::getPlace, Likeness::getSelfBleu)
                .containsExactly(499, null);

        verified.pipeInput("seed-499", Samples.accepted("seed-499", "one two three four five 499"));

        // Of 6, 5, 4 and 3 runs all but the last are everywhere.
        double bleu = Math.pow(5 / 6.0 * 4 / 5 * 3 / 4 * 2 / 3, 0.25);
        assertThat(likeness().getSelfBleu()).isCloseTo(bleu, within(1e-9));
        assertThat(likeness().getWordVendi()).isBetween(1.0, 3.0);
        assertThat(likeness().getPlace()).isEqualTo(500);
    }

    @Test
    void aClosedGateHoldsTheDecisionBackUntilItIsOpened() {
        gates.pipeInput("math-answer", gate(GateStatus.CLOSED));
        keep(0, 3);
        rig.driver().advanceWallClockTime(Duration.ofHours(2));
        assertThat(cuts.isEmpty()).isTrue();

        gates.pipeInput("math-answer", gate(GateStatus.OPEN));
        rig.driver().advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(cuts.readValue().getFired()).hasSize(1);
    }

    @Test
    void readsWhatWasOnTheWayToTheLedgerBeforeItHadFigures() {
        byte[] before = rig.formats().coordinates().encode(new Coordinates("evaluated", 2, 7L));

        LedgerEntry entry = rig.formats().entry().decode(before);

        assertThat(entry.getPartition()).isEqualTo(2);
        assertThat(entry.getOffset()).isEqualTo(7);
        assertThat(entry.getKept()).isTrue();
    }

    private Likeness likeness() {
        DatasetCut ledger = rig.driver()
                .<String, DatasetCut>getKeyValueStore(KeepLedger.STORE)
                .get("sums");
        return requireNonNull(requireNonNull(ledger.getFigures()).getLikeness());
    }

    private void keep(int from, int count) {
        for (int i = from; i < from + count; i++) {
            verified.pipeInput("seed-" + i, Samples.accepted("seed-" + i, "answer " + i));
        }
    }

    private static Gate gate(GateStatus status) {
        return Gate.newBuilder()
                .setCheck("math-answer")
                .setStatus(status)
                .setSince(Instant.EPOCH)
                .build();
    }
}
