package io.millrace.evaluator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.millrace.evaluator.Samples;
import io.millrace.evaluator.score.AnswerLength;
import io.millrace.evaluator.score.PassedChecks;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.OffsetRange;
import io.millrace.schemas.Rate;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Topic;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import io.millrace.schemas.Withdrawal;
import io.millrace.schemas.WithdrawnRecord;
import io.millrace.schemas.wire.RecordSerde;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTopologyTest {

    @TempDir
    Path stateDir;

    private TopologyRig rig;
    private TopologyTestDriver driver;
    private TestInputTopic<String, Verified> verified;
    private TestOutputTopic<String, Evaluated> evaluated;
    private TestOutputTopic<String, Rate> rates;
    private TestInputTopic<String, Withdrawal> withdrawals;
    private TestOutputTopic<String, DatasetCut> cuts;
    private TestOutputTopic<String, DeadLetter> deadLetters;

    @BeforeEach
    void start() {
        rig = new TopologyRig(stateDir, List.of(new PassedChecks(), new AnswerLength()));
        driver = rig.driver();
        Formats formats = rig.formats();
        verified = rig.input(Topic.VERIFIED, formats.verified());
        evaluated = rig.output(Topic.EVALUATED, formats.evaluated());
        rates = rig.output(Topic.RATES, formats.rate());
        withdrawals = rig.input(Topic.WITHDRAWALS, formats.withdrawal());
        cuts = rig.output(Topic.CUTS, formats.cut());
        Topic<DeadLetter> letters = Topic.VERIFIED.deadLetters();
        deadLetters = rig.output(letters, new RecordSerde<>(letters, rig.schemas()));
    }

    @AfterEach
    void closeRig() {
        rig.close();
    }

    @Test
    void keepsTheFirstToSaySomethingAndNamesItInTheDuplicate() {
        Verified first = Samples.accepted("seed-1", "42");
        Verified second = Samples.accepted("seed-2", "42");

        verified.pipeInput("seed-1", first);
        verified.pipeInput("seed-2", second);

        assertThat(evaluated.readKeyValue()).satisfies(record -> {
            assertThat(record.key).isEqualTo("seed-1");
            assertThat(record.value.getDecision()).isEqualTo(Decision.KEEP);
            assertThat(record.value.getReason()).isEqualTo("KEPT");
        });
        assertThat(evaluated.readKeyValue()).satisfies(record -> {
            assertThat(record.key).isEqualTo("seed-2");
            assertThat(record.value.getDecision()).isEqualTo(Decision.DROP);
            assertThat(record.value.getReason()).isEqualTo("DUPLICATE");
            assertThat(record.value.getDuplicateOf())
                    .isEqualTo(first.getCandidate().getId());
        });
        assertThat(evaluated.isEmpty()).isTrue();
    }

    @Test
    void keepsNothingThatWasPlantedAndCountsItApart() {
        verified.pipeInput("seed-2", Samples.planted("seed-2", true, VerdictKind.ACCEPTED));
        verified.pipeInput("seed-1", Samples.accepted("seed-1", "42"));
        driver.advanceWallClockTime(Duration.ofMinutes(1));

        assertThat(evaluated.readValuesToList())
                .extracting(Evaluated::getDecision, Evaluated::getReason)
                .containsExactly(tuple(Decision.DROP, "PLANTED"), tuple(Decision.KEEP, "KEPT"));
        assertThat(rates.readValuesToList())
                .filteredOn(rate -> rate.getStage().equals("verified"))
                .extracting(Rate::getOutcome, Rate::getReason)
                .containsOnly(tuple("PLANTED", "AS_EXPECTED"), tuple("ACCEPTED", "ACCEPTED"));
    }

    @Test
    void keepsTheSameContentOnceInEachDataset() {
        Verified first = Samples.accepted("seed-1", "42");
        var seed = Samples.seedBuilder("seed-2").setDataset("other").build();
        Verified second = Verified.newBuilder(first)
                .setCandidate(Samples.candidate(seed, "42"))
                .build();

        verified.pipeInput("seed-1", first);
        verified.pipeInput("seed-2", second);

        assertThat(evaluated.readValuesToList())
                .extracting(Evaluated::getDecision)
                .containsExactly(Decision.KEEP, Decision.KEEP);
    }

    @Test
    void aRepetitionIsNeitherKeptTwiceNorADuplicateOfItself() {
        Verified record = Samples.accepted("seed-1", "42");

        verified.pipeInput("seed-1", record);
        verified.pipeInput("seed-1", record);

        assertThat(evaluated.readValue().getDecision()).isEqualTo(Decision.KEEP);
        assertThat(evaluated.readValue()).satisfies(again -> {
            assertThat(again.getDecision()).isEqualTo(Decision.DROP);
            assertThat(again.getReason()).isEqualTo("REPEATED");
            assertThat(again.getDuplicateOf()).isNull();
        });
    }

    @Test
    void whatWasNotAcceptedGoesThroughAndBlocksNothing() {
        verified.pipeInput("seed-1", Samples.rejected("seed-1", "42"));
        verified.pipeInput("seed-2", Samples.verified("seed-2", "42", VerdictKind.UNDECIDED, "CHECK_TIMEOUT"));
        verified.pipeInput("seed-3", Samples.accepted("seed-3", "42"));

        assertThat(evaluated.readValuesToList())
                .extracting(Evaluated::getDecision, Evaluated::getReason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Decision.DROP, "WRONG_ANSWER"),
                        org.assertj.core.groups.Tuple.tuple(Decision.REVIEW, "CHECK_TIMEOUT"),
                        org.assertj.core.groups.Tuple.tuple(Decision.KEEP, "KEPT"));
    }

    @Test
    void theReceiptTellsWhereTheVerifiedRecordWasReadAndWhen() {
        verified.pipeInput("seed-1", Samples.rejected("seed-1", "41"));
        Verified record = Samples.accepted("seed-2", "42");
        verified.pipeInput("seed-2", record);

        evaluated.readValue();
        var out = evaluated.readRecord();
        var receipt = out.value().getProvenance();
        assertThat(receipt.getReadFrom()).isEqualTo(new Coordinates("verified", 0, 1L));
        assertThat(receipt.getParentIds()).containsExactly(record.getId());
        assertThat(receipt.getCreatedAt()).isEqualTo(TopologyRig.NOW);
        assertThat(out.getRecordTime()).isEqualTo(TopologyRig.NOW);
        assertThat(out.headers()).isEmpty();
    }

    @Test
    void everyCandidateIsFoundAtThePlaceOfItsEvaluatedRecord() {
        Verified kept = Samples.accepted("seed-1", "42");
        Verified dropped = Samples.rejected("seed-2", "41");

        verified.pipeInput("seed-1", kept);
        verified.pipeInput("seed-2", dropped);
        verified.pipeInput("seed-1", kept);

        var places = driver.<String, Coordinates>getKeyValueStore(EvaluatorTopology.LINEAGE_STORE);
        assertThat(places.get(kept.getCandidate().getId())).isEqualTo(new Coordinates("evaluated", 0, 0L));
        assertThat(places.get(dropped.getCandidate().getId())).isEqualTo(new Coordinates("evaluated", 0, 1L));
    }

    @Test
    void consecutiveVersionsOfADatasetAdjoin() {
        for (int i = 0; i < 2 * TopologyRig.RETRAINING_EVERY; i++) {
            verified.pipeInput("seed-" + i, Samples.accepted("seed-" + i, "answer " + i));
            verified.pipeInput("seed-" + i, Samples.rejected("seed-" + i, "wrong " + i));
        }

        assertThat(cuts.readKeyValuesToList())
                .extracting(cut -> cut.value)
                .satisfiesExactly(
                        first -> {
                            assertThat(first.getDataset()).isEqualTo("sums");
                            assertThat(first.getVersion()).isEqualTo(1);
                            assertThat(first.getKept()).isEqualTo(3);
                            assertThat(first.getRanges()).containsExactly(new OffsetRange("evaluated", 0, 0L, 5L, 3L));
                        },
                        second -> {
                            assertThat(second.getVersion()).isEqualTo(2);
                            assertThat(second.getKept()).isEqualTo(3);
                            assertThat(second.getRanges())
                                    .containsExactly(new OffsetRange("evaluated", 0, 5L, 11L, 3L));
                        });
    }

    @Test
    void aWithdrawalIsAVersionOfItsOwnAndEveryLaterVersionKnowsIt() {
        accept(0, TopologyRig.RETRAINING_EVERY + 1);
        Verified bad = Samples.accepted("seed-0", "answer 0");
        String id = bad.getCandidate().getId();
        var record = new WithdrawnRecord(id, new Coordinates("evaluated", 0, 0L), null);
        withdrawals.pipeInput("sums", new Withdrawal("sums", List.of(record), "wrong", "somebody", Samples.CREATED));
        accept(TopologyRig.RETRAINING_EVERY + 1, 2 * TopologyRig.RETRAINING_EVERY);

        var place = new Coordinates("withdrawals", 0, 0L);
        assertThat(cuts.readValuesToList())
                .extracting(DatasetCut::getVersion, DatasetCut::getKept, DatasetCut::getLastWithdrawal)
                .containsExactly(tuple(1, 3L, null), tuple(2, 0L, place), tuple(3, 3L, place));
        var places = driver.<String, Coordinates>getKeyValueStore(EvaluatorTopology.LINEAGE_STORE);
        assertThat(places.get(RecordIds.withdrawal(id))).isEqualTo(place);
        assertThat(places.get(id)).isEqualTo(new Coordinates("evaluated", 0, 0L));
    }

    @Test
    void aWithdrawalThatCannotBeReadGoesToTheDeadLetters() {
        TestInputTopic<String, byte[]> raw =
                driver.createInputTopic(Topic.WITHDRAWALS.name(), new StringSerializer(), new ByteArraySerializer());
        Topic<DeadLetter> letters = Topic.WITHDRAWALS.deadLetters();

        raw.pipeInput("sums", "not avro".getBytes(StandardCharsets.UTF_8));
        raw.pipeInput("sums", null);

        assertThat(rig.output(letters, new RecordSerde<>(letters, rig.schemas()))
                        .readValuesToList())
                .hasSize(1);
        assertThat(cuts.isEmpty()).isTrue();
    }

    private void accept(int from, int to) {
        for (int i = from; i < to; i++) {
            verified.pipeInput("seed-" + i, Samples.accepted("seed-" + i, "answer " + i));
        }
    }

    @Test
    void countsByWindowAndSinceTheBeginning() {
        verified.pipeInput("seed-1", Samples.accepted("seed-1", "42"));
        verified.pipeInput("seed-2", Samples.accepted("seed-2", "42"));
        driver.advanceWallClockTime(Duration.ofSeconds(10));
        verified.pipeInput("seed-3", Samples.accepted("seed-3", "43"));
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(countsOf("verified", "ACCEPTED"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Instant.EPOCH,
                        3L,
                        Instant.parse("2026-01-01T12:00:00Z"),
                        2L,
                        Instant.parse("2026-01-01T12:00:10Z"),
                        1L));
    }

    @Test
    void deletesWindowsThatAreOlderThanTheRetention() {
        verified.pipeInput("seed-1", Samples.accepted("seed-1", "42"));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        driver.advanceWallClockTime(Duration.ofHours(2));

        assertThat(countsOf("verified", "ACCEPTED")).containsOnlyKeys(Instant.EPOCH);
    }

    @Test
    void countsSeedsWithoutReadingThem() {
        var seeds = driver.createInputTopic("seeds", new StringSerializer(), new StringSerializer());
        seeds.pipeInput("seed-1", "anything");
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(countsOf("seeds", "")).containsEntry(Instant.EPOCH, 1L);
    }

    @Test
    void bytesThatAreNoRecordGoToTheDeadLettersAndTheStreamGoesOn() {
        TestInputTopic<String, byte[]> raw =
                driver.createInputTopic(Topic.VERIFIED.name(), new StringSerializer(), new ByteArraySerializer());
        byte[] poison = "not avro".getBytes(StandardCharsets.UTF_8);
        byte[] unknownSchema = {0, 0, 1, 0, 0, 7};

        raw.pipeInput("seed-1", poison);
        raw.pipeInput("seed-2", unknownSchema);
        raw.pipeInput("seed-3", null);
        verified.pipeInput("seed-4", Samples.accepted("seed-4", "42"));

        assertThat(deadLetters.readKeyValuesToList())
                .satisfiesExactly(
                        letter -> {
                            assertThat(letter.key).isEqualTo("seed-1");
                            assertThat(letter.value.getTopic()).isEqualTo("verified");
                            assertThat(letter.value.getPartition()).isZero();
                            assertThat(letter.value.getOffset()).isZero();
                            assertThat(letter.value.getValue()).isEqualTo(ByteBuffer.wrap(poison));
                            assertThat(letter.value.getErrorClass()).endsWith("SerializationException");
                        },
                        letter -> assertThat(letter.value.getErrorClass()).endsWith("RegistryException"),
                        letter -> {
                            assertThat(letter.key).isEqualTo("seed-3");
                            assertThat(letter.value.getOffset()).isEqualTo(2);
                        });
        assertThat(evaluated.readValue().getDecision()).isEqualTo(Decision.KEEP);
    }

    /** The counts that stand in the topic at the end, by the start of their windows. */
    private Map<Instant, Long> countsOf(String stage, String outcome) {
        var standing = new HashMap<Instant, Long>();
        rates.readKeyValuesToMap().forEach((key, rate) -> {
            if (rate != null
                    && rate.getStage().equals(stage)
                    && rate.getOutcome().equals(outcome)) {
                standing.merge(rate.getWindowStart(), rate.getCount(), Long::sum);
            }
        });
        return standing;
    }
}
