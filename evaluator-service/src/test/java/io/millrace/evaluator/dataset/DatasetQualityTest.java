package io.millrace.evaluator.dataset;

import static io.millrace.evaluator.dataset.EvaluatedRecords.dropped;
import static io.millrace.evaluator.dataset.EvaluatedRecords.kept;
import static io.millrace.evaluator.dataset.EvaluatedRecords.with;
import static io.millrace.evaluator.dataset.EvaluatedRecords.withCandidate;
import static io.millrace.evaluator.dataset.EvaluatedRecords.withSeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.EarlierCall;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.PromptRef;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Usage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatasetQualityTest {

    private static final ModelRef MODEL = new ModelRef("m", "m", "http://localhost");

    @Test
    void theTailIsProtectedCasesAndDomainsThatTogetherAreATenth() {
        Stream<Evaluated> sums = IntStream.range(0, 17)
                .mapToObj(number -> number < 8 ? kept("s-" + number, "2") : dropped(kept("s-" + number, "2")));
        Evaluated protectedCase = withSeed(kept("s-p", "2"), seed -> seed.setProtectedCase(true));
        Stream<Evaluated> rare = Stream.of(kept("r-0", "2"), dropped(kept("r-1", "2")))
                .map(record -> withSeed(record, seed -> seed.setDomain("knots")));

        DatasetQuality.Tail tail = quality(Stream.concat(Stream.concat(sums, Stream.of(protectedCase)), rare))
                .tail();

        // 2 knots of 20, and the protected case; 2 of these 3 are kept, and 8 of the other 17.
        assertThat(tail).isEqualTo(new DatasetQuality.Tail(1, 3, 2, 0.6667, 0.4706));
    }

    @Test
    void whereNothingIsRareThereIsNoShare() {
        DatasetQuality.Tail tail = quality(Stream.of(kept("s-1", "2"))).tail();

        assertThat(tail).isEqualTo(new DatasetQuality.Tail(0, 0, 0, null, 1.0));
    }

    @Test
    void checksAgreeWhereTheySayTheSameOfOneRecord() {
        Stream<Evaluated> both = records(4, CheckOutcome.PASS, CheckOutcome.PASS);
        Stream<Evaluated> first = records(2, CheckOutcome.PASS, CheckOutcome.UNPARSEABLE);
        Stream<Evaluated> neither = records(4, CheckOutcome.FAIL, CheckOutcome.FAIL);
        Stream<Evaluated> alone = records(5, CheckOutcome.PASS, CheckOutcome.ERROR);

        DatasetQuality.CheckAgreement checks = quality(
                        Stream.of(both, first, neither, alone).flatMap(each -> each))
                .checks();

        // They agree on 8 of 10; chance alone gives 0.6 * 0.4 + 0.4 * 0.6.
        assertThat(checks)
                .isEqualTo(new DatasetQuality.CheckAgreement(
                        10, 0.8, List.of(new DatasetQuality.CheckPair("one/1", "two/1", 10, 0.8, 0.6154))));
    }

    @Test
    void everyCallOfEveryCandidateIsPaidByTheKeptOnes() {
        Evaluated kept = withCandidate(
                kept("s-1", "2"),
                candidate -> candidate
                        .setModel(MODEL)
                        .setUsage(new Usage(100L, 20L, 30L, "1"))
                        .setEarlierCalls(List.of(call(new Usage(50L, 5L, null, null), false))));
        Evaluated dropped = withCandidate(
                dropped(kept("s-2", "2")),
                candidate -> candidate
                        .setModel(MODEL)
                        .setUsage(null)
                        .setEarlierCalls(List.of(call(new Usage(1_000L, 1_000L, 1_000L, "1"), true))));
        Evaluated rule = withCandidate(kept("s-3", "2"), candidate -> candidate.setModel(null));

        assertThat(quality(Stream.of(kept, dropped, rule)).cost())
                .isEqualTo(new DatasetQuality.Cost(3, 1, 2, 150, 25, 30L, 87.5, 15.0));
    }

    @Test
    void whatNobodyMeasuredIsUnknown() {
        Evaluated silent = withCandidate(
                kept("s-1", "2"), candidate -> candidate.setModel(MODEL).setUsage(null));

        assertThat(quality(Stream.of(silent)).cost())
                .isEqualTo(new DatasetQuality.Cost(1, 1, 1, 0, 0, null, null, null));
    }

    @Test
    void withoutAPriceThereIsNoCost() {
        Evaluated free = withCandidate(
                kept("s-1", "2"), candidate -> candidate.setModel(MODEL).setUsage(new Usage(3L, 4L, null, null)));

        assertThat(quality(Stream.of(free)).cost()).isEqualTo(new DatasetQuality.Cost(1, 0, 1, 3, 4, null, 7.0, null));
    }

    private static DatasetQuality quality(Stream<Evaluated> records) {
        var tally = new DecisionTally();
        records.forEach(tally::add);
        return tally.quality(null);
    }

    private static EarlierCall call(@Nullable Usage usage, boolean cached) {
        return EarlierCall.newBuilder()
                .setStep("problem")
                .setModel(MODEL)
                .setPrompt(new PromptRef("p", "1", "", Map.of()))
                .setSampling(new Sampling(null, null, null, null))
                .setUsage(usage)
                .setCached(cached)
                .build();
    }

    private static Stream<Evaluated> records(int count, CheckOutcome one, CheckOutcome two) {
        return IntStream.range(0, count)
                .mapToObj(number -> with(
                        kept("s-" + number, "2"),
                        verified -> verified.setChecks(List.of(check("one", one), check("two", two)))));
    }

    private static CheckResult check(String name, CheckOutcome outcome) {
        return CheckResult.newBuilder()
                .setName(name)
                .setVersion("1")
                .setConfigHash("")
                .setOutcome(outcome)
                .setEvidence("")
                .setTookMicros(1)
                .build();
    }
}
