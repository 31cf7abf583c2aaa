package io.millrace.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.account.Records;
import io.millrace.deploy.stream.Shelf;
import io.millrace.deploy.stream.Stretch;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.Message;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import io.millrace.verifier.factuality.JdbcReference;
import io.millrace.verifier.recipe.RecipeReader;
import io.millrace.verifier.recipe.UnfitRecipeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Candidates that answer 2 where 2 is right, except where they say otherwise. */
class ReplayTest {

    private static final String MATH = "checks: [{check: math-answer}]";

    private final List<Comparison> compared = new ArrayList<>();

    @Test
    void tellsEveryWayInWhichAVerdictChanges() throws UnfitRecipeException {
        Verified agrees = Records.verified(right(0), VerdictKind.ACCEPTED);
        Verified accepted = Records.verified(right(1), VerdictKind.REJECTED);
        Verified rejected = Records.verified(wrong(2), VerdictKind.ACCEPTED);
        Verified decided = Records.verified(wrong(3), VerdictKind.UNDECIDED);

        ReplayReport report = replay(MATH, agrees, accepted, rejected, decided);

        assertThat(compared)
                .extracting(Comparison::change)
                .containsExactly(Change.AGREES, Change.NEWLY_ACCEPTED, Change.NEWLY_REJECTED, Change.NEWLY_REJECTED);
        assertThat(report.agree()).isEqualTo(Map.of(VerdictKind.ACCEPTED, 1L));
        assertThat(report.compared()).isEqualTo(4);
        assertThat(report.whole()).isTrue();
    }

    @Test
    void whatNoCheckSpeaksOfIsNewlyUndecided() throws UnfitRecipeException {
        replay("checks: [{check: sql-result}]", Records.verified(right(0), VerdictKind.ACCEPTED));

        assertThat(compared).extracting(Comparison::change).containsExactly(Change.NEWLY_UNDECIDED);
        assertThat(compared.getFirst().now().reason()).isEqualTo("UNSUPPORTED_TASK");
    }

    @Test
    void namesTheCheckThatEachVerdictRestsOn() throws UnfitRecipeException {
        Verified old = Records.verified(
                wrong(0),
                VerdictKind.ACCEPTED,
                result("math-steps", CheckOutcome.PASS),
                result("math-answer", CheckOutcome.PASS));

        ReplayReport report = replay("checks: [{check: math-steps, role: informs}, {check: math-answer}]", old);

        assertThat(report.groups()).hasSize(1);
        assertThat(report.groups().getFirst().wasCheck()).isEqualTo("math-answer/0");
        assertThat(report.groups().getFirst().nowCheck())
                .startsWith("math-answer/")
                .isNotEqualTo("math-answer/0");
        assertThat(compared.getFirst().now().evidence()).contains("2");
        assertThat(report.was().checks()).containsExactly("math-answer/0", "math-steps/0");
        assertThat(report.now().checks()).hasSize(2);
    }

    @Test
    void passesOverPlantedCandidatesAndSaysHowMany() throws UnfitRecipeException {
        Candidate candidate = right(0);
        Candidate planted = Candidate.newBuilder(candidate)
                .setId(RecordIds.planted(candidate.getId()))
                .build();

        ReplayReport report = replay(
                MATH,
                Records.verified(planted, VerdictKind.ACCEPTED),
                Records.verified(candidate, VerdictKind.ACCEPTED));

        assertThat(report.planted()).isEqualTo(1);
        assertThat(compared).extracting(Comparison::candidateId).containsExactly(candidate.getId());
    }

    @Test
    void takesOnlyWhatIsWantedAndNoMoreThanTheLimit() throws UnfitRecipeException {
        Verified[] verdicts = IntStream.range(0, 10)
                .mapToObj(sample -> Records.verified(right(sample), VerdictKind.ACCEPTED))
                .toArray(Verified[]::new);

        replay(MATH, verdict -> verdict.getCandidate().getSampleIndex() % 2 == 1, 3, verdicts);

        assertThat(compared).extracting(Comparison::offset).containsExactly(1L, 3L, 5L);
    }

    @Test
    void keepsAsManyExamplesAsAreAskedForAndCountsTheRest() throws UnfitRecipeException {
        Verified[] verdicts = IntStream.range(0, 5)
                .mapToObj(sample -> Records.verified(wrong(sample), VerdictKind.ACCEPTED))
                .toArray(Verified[]::new);

        ReplayReport report = replay(MATH, verdicts);

        assertThat(report.groups()).hasSize(1);
        assertThat(report.groups().getFirst().count()).isEqualTo(5);
        assertThat(report.groups().getFirst().examples())
                .extracting(Comparison::offset)
                .containsExactly(0L, 1L);
    }

    private ReplayReport replay(String recipe, Verified... verdicts) throws UnfitRecipeException {
        return replay(recipe, verdict -> true, Long.MAX_VALUE, verdicts);
    }

    private ReplayReport replay(String recipe, Predicate<Verified> wanted, long limit, Verified... verdicts)
            throws UnfitRecipeException {
        var tally = new ReplayTally(2);
        try (var replay = new Replay(RecipeReader.read(recipe), maxMegabytes -> JdbcReference.embedded())) {
            replay.run(entries(verdicts).iterator(), wanted, limit, tally, compared::add);
            return tally.report(List.of(new Stretch(0, 0, verdicts.length)), 0, replay.examination(), 1);
        }
    }

    private static Stream<Shelf.Entry<Verified>> entries(Verified... verdicts) {
        return IntStream.range(0, verdicts.length).mapToObj(offset -> new Shelf.Entry<>(0, offset, verdicts[offset]));
    }

    private static Candidate right(int sample) {
        return Records.candidate("seed", sample);
    }

    private static Candidate wrong(int sample) {
        Message answer = Message.newBuilder()
                .setRole("assistant")
                .setContent("Answer: 3")
                .build();
        return Candidate.newBuilder(right(sample)).setMessages(List.of(answer)).build();
    }

    private static CheckResult result(String check, CheckOutcome outcome) {
        return CheckResult.newBuilder()
                .setName(check)
                .setVersion("0")
                .setConfigHash("00")
                .setOutcome(outcome)
                .setEvidence("so it is")
                .setTookMicros(1)
                .build();
    }
}
