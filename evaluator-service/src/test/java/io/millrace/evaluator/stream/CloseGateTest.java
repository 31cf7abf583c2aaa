package io.millrace.evaluator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.evaluator.Samples;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.FalseAccept;
import io.millrace.schemas.Gate;
import io.millrace.schemas.GateStatus;
import io.millrace.schemas.Opening;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.Topic;
import io.millrace.schemas.VerdictKind;
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

class CloseGateTest {

    @TempDir
    Path stateDir;

    private TopologyRig rig;
    private TestInputTopic<String, Verified> verified;
    private TestInputTopic<String, Gate> byHand;
    private TestOutputTopic<String, Evaluated> evaluated;
    private TestOutputTopic<String, Gate> gates;

    @BeforeEach
    void start() {
        rig = new TopologyRig(stateDir, List.of());
        Formats formats = rig.formats();
        verified = rig.input(Topic.VERIFIED, formats.verified());
        byHand = rig.input(Topic.GATE, formats.gate());
        evaluated = rig.output(Topic.EVALUATED, formats.evaluated());
        gates = rig.output(Topic.GATE, formats.gate());
    }

    @AfterEach
    void closeRig() {
        rig.close();
    }

    @Test
    void theFirstFalseAcceptClosesTheGateAndIsNamedThere() {
        verified.pipeInput("seed-1", Samples.accepted("seed-1", "42"));
        Verified falseAccept = Samples.planted("seed-2", false, VerdictKind.ACCEPTED);

        verified.pipeInput("seed-2", falseAccept);

        var closed = gates.readRecord();
        assertThat(closed.key()).isEqualTo(Samples.CHECK);
        assertThat(closed.headers()).isEmpty();
        assertThat(closed.value())
                .isEqualTo(Gate.newBuilder()
                        .setCheck(Samples.CHECK)
                        .setStatus(GateStatus.CLOSED)
                        .setSince(TopologyRig.NOW)
                        .setFalseAccept(FalseAccept.newBuilder()
                                .setProbe("a probe")
                                .setCandidateId(falseAccept.getCandidate().getId())
                                .setPlace(new Coordinates("verified", 0, 1L))
                                .build())
                        .build());
        assertThat(evaluated.readValuesToList())
                .extracting(Evaluated::getReason)
                .contains("PLANTED");
    }

    @Test
    void whatIsAsExpectedOrRejectsARightOneClosesNothing() {
        verified.pipeInput("seed-1", Samples.planted("seed-1", true, VerdictKind.ACCEPTED));
        verified.pipeInput("seed-2", Samples.planted("seed-2", true, VerdictKind.REJECTED));
        verified.pipeInput("seed-3", Samples.planted("seed-3", true, VerdictKind.UNDECIDED));
        verified.pipeInput("seed-4", Samples.planted("seed-4", false, VerdictKind.REJECTED));
        verified.pipeInput("seed-5", Samples.planted("seed-5", false, VerdictKind.UNDECIDED));

        assertThat(gates.isEmpty()).isTrue();
    }

    @Test
    void onlyWhatBearsTheProofOfBeingPlantedClosesAGate() {
        var claim = Samples.planted("seed-1", false, VerdictKind.ACCEPTED).getPlanted();

        verified.pipeInput(
                "seed-1",
                Verified.newBuilder(Samples.accepted("seed-1", "42"))
                        .setPlanted(claim)
                        .build());

        assertThat(gates.isEmpty()).isTrue();
    }

    @Test
    void tellsSinceWhenTheCheckIsSuspect() {
        Instant sound = Instant.parse("2026-01-01T11:00:00Z");
        verified.pipeInput("seed-1", judgedAt(sound, Samples.planted("seed-1", false, VerdictKind.REJECTED)));
        verified.pipeInput("seed-2", Samples.planted("seed-2", false, VerdictKind.UNDECIDED));
        verified.pipeInput("seed-3", Samples.planted("seed-3", true, VerdictKind.ACCEPTED));

        verified.pipeInput("seed-4", Samples.planted("seed-4", false, VerdictKind.ACCEPTED));

        assertThat(gates.readValue().getFalseAccept())
                .extracting(FalseAccept::getLastRejectedAt)
                .isEqualTo(sound);
    }

    @Test
    void namesTheFirstFalseAcceptForAsLongAsTheGateIsClosed() {
        verified.pipeInput("seed-1", Samples.planted("seed-1", false, VerdictKind.ACCEPTED));
        rig.driver().advanceWallClockTime(Duration.ofMinutes(1));

        verified.pipeInput("seed-2", Samples.planted("seed-2", false, VerdictKind.ACCEPTED));

        Gate first = gates.readValue();
        assertThat(gates.readValue()).isEqualTo(first);
    }

    @Test
    void aFalseAcceptAfterTheOpeningClosesTheGateAgain() {
        verified.pipeInput("seed-1", Samples.planted("seed-1", false, VerdictKind.ACCEPTED));
        Gate opened = Gate.newBuilder(gates.readValue())
                .setStatus(GateStatus.OPEN)
                .setOpening(new Opening("somebody", "the check is repaired"))
                .build();
        byHand.pipeInput(Samples.CHECK, opened);
        Verified next = Samples.planted("seed-2", false, VerdictKind.ACCEPTED);

        verified.pipeInput("seed-2", next);

        assertThat(gates.readValue()).satisfies(gate -> {
            assertThat(gate.getStatus()).isEqualTo(GateStatus.CLOSED);
            assertThat(gate.getOpening()).isNull();
            assertThat(gate.getFalseAccept())
                    .extracting(FalseAccept::getCandidateId)
                    .isEqualTo(next.getCandidate().getId());
        });
    }

    private static Verified judgedAt(Instant at, Verified record) {
        Provenance provenance =
                Provenance.newBuilder(record.getProvenance()).setCreatedAt(at).build();
        return Verified.newBuilder(record).setProvenance(provenance).build();
    }
}
