package io.millrace.evaluator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.millrace.evaluator.Samples;
import io.millrace.evaluator.score.AnswerLength;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.CandidateGroup;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.GroupMember;
import io.millrace.schemas.MemberOutcome;
import io.millrace.schemas.PreferencePair;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Score;
import io.millrace.schemas.Seed;
import io.millrace.schemas.SeedGroups;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.Topic;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import io.millrace.schemas.Withdrawal;
import io.millrace.schemas.WithdrawnRecord;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupsTest {

    private static final String SEED = "seed-1";

    @TempDir
    private Path stateDir;

    private TopologyRig rig;
    private TestInputTopic<String, Verified> verified;
    private TestInputTopic<String, Withdrawal> withdrawals;
    private TestOutputTopic<String, SeedGroups> groups;

    @BeforeEach
    void start() {
        rig = new TopologyRig(stateDir, List.of(new AnswerLength()));
        Formats formats = rig.formats();
        verified = rig.input(Topic.VERIFIED, formats.verified());
        withdrawals = rig.input(Topic.WITHDRAWALS, formats.withdrawal());
        groups = rig.output(Topic.GROUPS, formats.groups());
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void tellsHowTheCandidatesOfASeedCompare() {
        verified.pipeInput(SEED, sample(0, "It is 42.", VerdictKind.ACCEPTED));
        verified.pipeInput(SEED, sample(1, "It is 41, I think.", VerdictKind.REJECTED));
        verified.pipeInput(SEED, sample(2, "It is 40.", VerdictKind.REJECTED));
        verified.pipeInput(SEED, sample(3, "It is 4", VerdictKind.UNDECIDED));

        KeyValue<String, SeedGroups> last = groups.readKeyValuesToList().getLast();
        assertThat(last.key).isEqualTo(SEED);
        assertThat(last.value.getDataset()).isEqualTo("sums");
        assertThat(last.value.getRules()).isEqualTo("1, pass rate 0.2..0.8");
        CandidateGroup group = last.value.getGroups().getFirst();
        assertThat(group.getMembers())
                .extracting(GroupMember::getId, GroupMember::getOutcome, GroupMember::getLength)
                .containsExactly(
                        tuple(id(0), MemberOutcome.PASSED, 9),
                        tuple(id(1), MemberOutcome.FAILED, 18),
                        tuple(id(2), MemberOutcome.FAILED, 9),
                        tuple(id(3), MemberOutcome.NOT_JUDGED, 7));
        assertThat(group.getPassRate()).isEqualTo(1.0 / 3);
        assertThat(group.getScores()).containsExactly(new Score("difficulty", "group-pass-rate", "1", 1 - 1.0 / 3));
        assertThat(group.getBest()).isEqualTo(id(0));
        assertThat(group.getPairs()).containsExactly(new PreferencePair(id(0), id(2)));
    }

    @Test
    void aSeedThatAsksForOneLeavesNoTrace() {
        verified.pipeInput("seed-2", Samples.accepted("seed-2", "42"));

        assertThat(groups.isEmpty()).isTrue();
        assertThat(rig.driver().getKeyValueStore("rosters-by-seed").approximateNumEntries())
                .isZero();
    }

    @Test
    void oneAloneIsNotCompared() {
        verified.pipeInput(SEED, sample(0, "42", VerdictKind.ACCEPTED));

        assertThat(groups.isEmpty()).isTrue();
    }

    @Test
    void whatWasPlantedOrCameAgainCountsForNothing() {
        Verified first = sample(0, "42", VerdictKind.ACCEPTED);
        verified.pipeInput(SEED, first);
        verified.pipeInput(SEED, planted(first));
        verified.pipeInput(SEED, first);
        verified.pipeInput(SEED, sample(1, "41", VerdictKind.REJECTED));

        assertThat(last().getMembers()).extracting(GroupMember::getId).containsExactly(id(0), id(1));
        assertThat(last().getPassRate()).isEqualTo(0.5);
    }

    @Test
    void whatIsWithdrawnIsPreferredToNothing() {
        verified.pipeInput(SEED, sample(0, "42", VerdictKind.ACCEPTED));
        verified.pipeInput(SEED, sample(1, "41", VerdictKind.REJECTED));

        withdraw(id(0));

        assertThat(last().getPairs()).isEmpty();
        assertThat(last().getBest()).isNull();
        assertThat(last().getPassRate()).isZero();
    }

    @Test
    void aWithdrawalThatIsReadFirstCountsToo() {
        withdraw(id(0));
        assertThat(groups.isEmpty()).isTrue();

        verified.pipeInput(SEED, sample(0, "42", VerdictKind.ACCEPTED));
        verified.pipeInput(SEED, sample(1, "41", VerdictKind.REJECTED));

        assertThat(last().getPairs()).isEmpty();
    }

    @Test
    void everyInstanceCanLookAGroupUp() {
        verified.pipeInput(SEED, sample(0, "42", VerdictKind.ACCEPTED));
        verified.pipeInput(SEED, sample(1, "41", VerdictKind.REJECTED));

        assertThat(rig.driver()
                        .<String, SeedGroups>getKeyValueStore(GroupTopology.GROUPS)
                        .get(SEED))
                .isEqualTo(groups.readValuesToList().getLast());
    }

    private CandidateGroup last() {
        return rig.driver()
                .<String, SeedGroups>getKeyValueStore(GroupTopology.GROUPS)
                .get(SEED)
                .getGroups()
                .getFirst();
    }

    private void withdraw(String candidateId) {
        var record = new WithdrawnRecord(candidateId, new Coordinates("evaluated", 0, 0L), SEED);
        withdrawals.pipeInput("sums", new Withdrawal("sums", List.of(record), "wrong", "somebody", Samples.CREATED));
    }

    private static String id(int index) {
        return RecordIds.candidate(SEED, new StrategyRef("rule", "1"), index);
    }

    private static Verified planted(Verified host) {
        String id = RecordIds.planted(host.getCandidate().getId());
        return Verified.newBuilder(Samples.planted(SEED, true, VerdictKind.ACCEPTED))
                .setId(RecordIds.verified(id))
                .setCandidate(
                        Candidate.newBuilder(host.getCandidate()).setId(id).build())
                .build();
    }

    private static Verified sample(int index, String answer, VerdictKind verdict) {
        Seed seed = Samples.seedBuilder(SEED).setSamples(4).build();
        Verified one = Samples.verified(SEED, answer, verdict, verdict.name());
        CheckOutcome outcome = switch (verdict) {
            case ACCEPTED -> CheckOutcome.PASS;
            case REJECTED -> CheckOutcome.FAIL;
            case UNDECIDED -> CheckOutcome.ERROR;
        };
        return Verified.newBuilder(one)
                .setId(RecordIds.verified(id(index)))
                .setCandidate(Candidate.newBuilder(Samples.candidate(seed, answer))
                        .setId(id(index))
                        .setSampleIndex(index)
                        .build())
                .setChecks(List.of(check(outcome)))
                .build();
    }

    private static CheckResult check(CheckOutcome outcome) {
        return CheckResult.newBuilder()
                .setName(Samples.CHECK)
                .setVersion("1")
                .setConfigHash("c0")
                .setOutcome(outcome)
                .setEvidence("")
                .setTookMicros(7)
                .build();
    }
}
