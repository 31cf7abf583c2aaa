package io.millrace.evaluator.stream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.millrace.evaluator.Samples;
import io.millrace.evaluator.policy.Cap;
import io.millrace.evaluator.policy.Limits;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Drop;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Neighbour;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Verified;
import io.millrace.schemas.stage.Letters;
import io.millrace.schemas.wire.RecordSerde;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearDuplicatesTest {

    /** Sixteen words, of which the last is in one run of five alone. */
    private static final String ANSWER =
            "six baskets hold seven pears each so that there are forty two pears in all then";

    @TempDir
    Path stateDir;

    private TopologyRig rig;
    private TestInputTopic<String, Verified> verified;
    private TestOutputTopic<String, Evaluated> evaluated;

    @BeforeEach
    void start() {
        open(TopologyRig.LIMITS);
    }

    @AfterEach
    void closeRig() {
        rig.close();
    }

    @Test
    void whatIsNearlyTheSameIsDroppedAndNamesTheFirst() {
        String first = pipe("seed-1", ANSWER + " now");
        pipe("seed-2", ANSWER + " once more");

        assertThat(evaluated.readValue().getDecision()).isEqualTo(Decision.KEEP);
        assertThat(evaluated.readValue()).satisfies(near -> {
            assertThat(near.getDecision()).isEqualTo(Decision.DROP);
            assertThat(near.getReason()).isEqualTo("NEAR_DUPLICATE");
            assertThat(near.getNearest()).isEqualTo(new Neighbour(first, 12.0 / 15));
            assertThat(near.getDrop()).isEqualTo(new Drop("near-duplicate", 12.0 / 15, 0.8, first));
            assertThat(near.getDuplicateOf()).isNull();
        });
    }

    @Test
    void theFirstToBeKeptWinsOverTheSameAndOverTheNear() {
        String first = pipe("seed-1", ANSWER);
        String second = pipe("seed-2", ANSWER + " again");
        pipe("seed-3", ANSWER + " again");
        pipe("seed-4", ANSWER);
        pipe("seed-1", ANSWER);

        assertThat(evaluated.readValuesToList())
                .extracting(Evaluated::getReason, NearDuplicatesTest::other)
                .containsExactly(
                        tuple("KEPT", null),
                        tuple("NEAR_DUPLICATE", first),
                        tuple("NEAR_DUPLICATE", first),
                        tuple("DUPLICATE", first),
                        tuple("REPEATED", first));
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void aCandidateThatComesAgainInOtherWordsRepeatsItself() {
        pipe("seed-1", ANSWER);
        pipe("seed-1", ANSWER + " again");

        assertThat(evaluated.readValuesToList())
                .extracting(Evaluated::getReason)
                .containsExactly("KEPT", "REPEATED");
    }

    @Test
    void whatWasDroppedIsDroppedAgainForTheSameReason() {
        String first = pipe("seed-1", ANSWER);
        pipe("seed-2", ANSWER + " again");
        pipe("seed-2", ANSWER + " again");

        evaluated.readValue();
        assertThat(evaluated.readValuesToList())
                .extracting(Evaluated::getReason, NearDuplicatesTest::other)
                .containsExactly(tuple("NEAR_DUPLICATE", first), tuple("NEAR_DUPLICATE", first));
    }

    @Test
    void aProtectedCaseIsKeptThoughItIsNearButNotTwice() {
        String first = pipe("seed-1", ANSWER);
        Seed rare = Samples.seedBuilder("seed-2").setProtectedCase(true).build();
        String second = pipe(rare, ANSWER + " again");
        pipe(Seed.newBuilder(rare).setId("seed-3").build(), ANSWER + " again");

        evaluated.readValue();
        assertThat(evaluated.readValue()).satisfies(kept -> {
            assertThat(kept.getDecision()).isEqualTo(Decision.KEEP);
            assertThat(kept.getNearest())
                    .isNotNull()
                    .extracting(Neighbour::getId)
                    .isEqualTo(first);
            assertThat(kept.getDrop()).isNull();
        });
        assertThat(evaluated.readValue().getDuplicateOf()).isEqualTo(second);
    }

    @Test
    void anotherDatasetIsNotComparedWith() {
        pipe("seed-1", ANSWER);
        pipe(Samples.seedBuilder("seed-2").setDataset("other").build(), ANSWER + " again");

        assertThat(evaluated.readValuesToList())
                .extracting(Evaluated::getDecision)
                .containsExactly(Decision.KEEP, Decision.KEEP);
    }

    @Test
    void nearOnesAreKeptWhereTheyAreNotToBeDropped() {
        closeRig();
        open(new Limits(null, null, 1, List.of()));
        pipe("seed-1", ANSWER);
        pipe("seed-2", ANSWER + " again");

        assertThat(evaluated.readValuesToList())
                .extracting(Evaluated::getDecision)
                .containsExactly(Decision.KEEP, Decision.KEEP);
    }

    @Test
    void aNewProcessorRemembersWhatIsInTheStores() {
        String first = pipe("seed-1", ANSWER);

        assertThat(remembered().rule(brief("seed-2", ANSWER + " again")))
                .extracting(Ruling::nearest)
                .isEqualTo(new Neighbour(first, 12.0 / 13));
    }

    @Test
    void aNewProcessorKnowsNothingOfATransactionThatWasGivenUp() {
        pipe("seed-1", "something else");
        pipe("seed-2", ANSWER);
        Brief near = brief("seed-3", ANSWER + " again");

        records().delete(1);

        Memory memory = remembered();
        assertThat(memory.rule(near).decision()).isEqualTo(Decision.KEEP);
        memory.keep(near);
        assertThat(records().get(1)).isNotNull();
    }

    @Test
    void aNewProcessorCountsWhatIsInTheStores() {
        var limits = new Limits(null, null, 10, List.of(Cap.parse("domain/arithmetic=0.2")));
        pipe("seed-1", "one thing");
        pipe("seed-2", "another thing");

        var memory = new Memory(records(), limits);

        assertThat(memory.rule(brief("seed-3", "a third thing")).reason()).isEqualTo("OVER_CAP");
    }

    @Test
    void aStoreWithAGapIsNotWorkedOn() {
        pipe("seed-1", "something else");
        pipe("seed-2", ANSWER);

        records().delete(0);

        assertThatThrownBy(this::remembered).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatCannotBeDecidedOnIsADeadLetterOfWhatWasVerified() {
        Topic<DeadLetter> letters = Topic.VERIFIED.deadLetters();
        var deadLetters = rig.output(letters, new RecordSerde<>(letters, rig.schemas()));
        pipe("seed-1", ANSWER);
        records().delete(0);

        pipe("seed-2", ANSWER);

        DeadLetter letter = deadLetters.readValue();
        assertThat(letter.getTopic()).isEqualTo("verified");
        assertThat(letter.getOffset()).isEqualTo(1);
        Verified lost = rig.formats().verified().decode(Letters.bytes(requireNonNull(letter.getValue())));
        assertThat(lost.getCandidate()).isEqualTo(candidate(Samples.seed("seed-2"), ANSWER));
    }

    private void open(Limits limits) {
        rig = new TopologyRig(stateDir, List.of(), limits);
        verified = rig.input(Topic.VERIFIED, rig.formats().verified());
        evaluated = rig.output(Topic.EVALUATED, rig.formats().evaluated());
    }

    private String pipe(String seedId, String answer) {
        return pipe(Samples.seed(seedId), answer);
    }

    private String pipe(Seed seed, String answer) {
        Candidate candidate = candidate(seed, answer);
        verified.pipeInput(
                seed.getId(),
                Verified.newBuilder(Samples.accepted(seed.getId(), answer))
                        .setCandidate(candidate)
                        .build());
        return candidate.getId();
    }

    private static Candidate candidate(Seed seed, String answer) {
        return Samples.candidate(seed, answer);
    }

    private Memory remembered() {
        return new Memory(records(), TopologyRig.LIMITS);
    }

    private KeyValueStore<Integer, Brief> records() {
        return rig.driver().getKeyValueStore(Memory.STORE);
    }

    private static Brief brief(String seedId, String answer) {
        return BriefTest.brief(Samples.accepted(seedId, answer));
    }

    private static @Nullable String other(Evaluated evaluated) {
        Drop drop = evaluated.getDrop();
        return drop == null ? null : drop.getRecord();
    }
}
