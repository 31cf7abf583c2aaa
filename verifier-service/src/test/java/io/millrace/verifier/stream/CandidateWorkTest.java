package io.millrace.verifier.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.ContentHash;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.Planted;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Topic;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import io.millrace.schemas.stage.Input;
import io.millrace.schemas.stage.Lane;
import io.millrace.schemas.stage.Output;
import io.millrace.schemas.stage.UnprocessableException;
import io.millrace.verifier.check.Candidates;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.CheckStep;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Examination;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.StubCheck;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.math.MathAnswer;
import io.millrace.verifier.math.compare.AnswerPolicy;
import io.millrace.verifier.plant.Planter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CandidateWorkTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Candidate candidate = Candidates.math("26", "Answer: 26");

    @Test
    void writesTheVerdictUnderTheSeedsKeyWithTheWholeCandidate() throws Exception {
        List<Output> outputs = work(new MathAnswer(AnswerPolicy.standard())).apply(input());

        assertThat(outputs).singleElement().isInstanceOfSatisfying(Output.OfRecord.class, output -> {
            assertThat(output.topic()).isEqualTo(Topic.VERIFIED);
            assertThat(output.key()).isEqualTo("seed-1");
        });
        Verified verified = verified(outputs);
        assertThat(verified.getId()).isEqualTo("v-1");
        assertThat(verified.getCandidate()).isEqualTo(candidate);
        assertThat(verified.getVerdict()).isEqualTo(VerdictKind.ACCEPTED);
        assertThat(verified.getReason()).isEqualTo("ACCEPTED");
        assertThat(verified.getChecks()).hasSize(1);
        assertThat(verified.getExtraction()).isNotNull();
    }

    @Test
    void givesAReceiptThatLeadsBackToTheCandidate() throws Exception {
        Provenance receipt = verified(
                        work(new MathAnswer(AnswerPolicy.standard())).apply(input()))
                .getProvenance();

        Provenance made = candidate.getProvenance();
        assertThat(receipt.getParentIds()).containsExactly("c-1");
        assertThat(receipt.getReadFrom()).isEqualTo(new Coordinates("candidates", 3, 99L));
        assertThat(receipt.getContentHash()).isEqualTo(ContentHash.of(candidate.getMessages()));
        assertThat(receipt.getProducer().getService()).isEqualTo("verifier-service");
        assertThat(receipt.getCreatedAt()).isEqualTo(NOW);
        assertThat(receipt.getTraceparent()).isEqualTo(made.getTraceparent());
        assertThat(receipt.getLicence()).isEqualTo(made.getLicence());
        assertThat(receipt.getSynthetic()).isTrue();
        assertThat(receipt.getGenerationDepth()).isEqualTo(2);
    }

    @Test
    void givesABrokenSandboxNoVerdictButAnotherTry() {
        var broken = new Verdict.Errored(Reason.SANDBOX_ERROR, Evidence.of("the slot died"));

        assertThatThrownBy(() -> work(StubCheck.giving("tests", broken)).apply(input()))
                .isInstanceOfSatisfying(UnprocessableException.class, failure -> {
                    assertThat(failure.errorClass()).isEqualTo("SandboxError");
                    assertThat(failure.replayable()).isTrue();
                });
    }

    @Test
    void countsVerdictsFromZero() throws Exception {
        CandidateWork work = work(new MathAnswer(AnswerPolicy.standard()));
        assertThat(count(VerdictKind.REJECTED, Reason.WRONG_ANSWER)).isZero();
        assertThat(count(VerdictKind.ACCEPTED, Reason.ACCEPTED)).isZero();

        work.apply(input());

        assertThat(count(VerdictKind.REJECTED, Reason.WRONG_ANSWER)).isZero();
        assertThat(count(VerdictKind.ACCEPTED, Reason.ACCEPTED)).isOne();
        assertThat(registry.get(Metrics.VERIFIER_CHECKS)
                        .tag("check", "math-answer")
                        .timer()
                        .count())
                .isOne();
    }

    @Test
    void plantsAProbeThatNothingGivesAwayAndCountsWhatBecomesOfIt() throws Exception {
        var check = new MathAnswer(AnswerPolicy.standard());
        Candidate wrong = Candidates.math("1", "Answer: 2");
        ProbeSuite suite = suite(Probe.of("near", wrong.getTask(), "Answer: 2", false));
        CandidateWork work = work(check, new Planter(List.of(suite), 1));

        List<Output> outputs = work.apply(input());
        Candidate planted = (Candidate) ((Output.OfRecord<?>) outputs.getLast()).value();
        List<Output> after = work.apply(new Input<>("p", planted, new Coordinates("candidates", 1, 0L)));

        assertThat(outputs).hasSize(2);
        assertThat(verified(outputs).getPlanted()).isNull();
        assertThat(((Output.OfRecord<?>) outputs.getLast()).topic()).isEqualTo(Topic.CANDIDATES);
        assertThat(planted.getSeed().getDataset()).isEqualTo(candidate.getSeed().getDataset());
        assertThat(planted.toString()).doesNotContain("near", "plant", "probe");
        assertThat(after).hasSize(1);
        assertThat(verified(after).getPlanted()).isEqualTo(new Planted("math-answer", "near", false));
        assertThat(canaries("REJECTED", "REJECTED")).isOne();
        assertThat(canaries("REJECTED", "ACCEPTED")).isZero();
    }

    private static ProbeSuite suite(Probe probe) {
        return new ProbeSuite() {
            @Override
            public String check() {
                return "math-answer";
            }

            @Override
            public List<Probe> probes() {
                return List.of(probe);
            }
        };
    }

    @Test
    void waitsInALaneForACheckOfFewPlaces() {
        CandidateWork work = work(StubCheck.scarce("rubric-judge", 8));

        assertThat(work.lane(candidate)).contains(new Lane("rubric-judge", 8));
    }

    @Test
    void waitsForNothingWhereOnlyProcessorsLimitItsChecks() {
        CandidateWork work = work(StubCheck.giving("math-answer", new Verdict.Pass(Evidence.of("equal"))));

        assertThat(work.lane(candidate)).isEmpty();
    }

    @Test
    void judgesByTheRecipeThatTheSeedNames() throws Exception {
        var none = new Planter(List.of(), 0);
        var strict =
                panel(StubCheck.giving("strict", new Verdict.Fail(Reason.WRONG_ANSWER, Evidence.of("never"))), none);
        var work = new CandidateWork(
                new Panels(panel(new MathAnswer(AnswerPolicy.standard()), none), Map.of("strict", strict)),
                () -> NOW,
                registry);

        Verified usual = verified(work.apply(input()));
        Verified named = verified(work.apply(asking("strict")));

        assertThat(usual.getVerdict()).isEqualTo(VerdictKind.ACCEPTED);
        assertThat(named.getVerdict()).isEqualTo(VerdictKind.REJECTED);
        assertThat(named.getProvenance().getProducer().getConfigHash())
                .isNotEqualTo(usual.getProvenance().getProducer().getConfigHash());
        assertThat(work.lane(asking("unheard-of").value())).isEmpty();
        assertThatThrownBy(() -> work.apply(asking("unheard-of")))
                .isInstanceOfSatisfying(UnprocessableException.class, failure -> {
                    assertThat(failure.errorClass()).isEqualTo("UnknownChecks");
                    assertThat(failure.replayable()).isTrue();
                })
                .hasMessage("No verification recipe is called 'unheard-of' here");
    }

    private Input<Candidate> asking(String checks) {
        Seed seed = Seed.newBuilder(candidate.getSeed()).setChecks(checks).build();
        return new Input<>(
                "seed-1",
                Candidate.newBuilder(candidate).setSeed(seed).build(),
                new Coordinates("candidates", 3, 100L));
    }

    private double canaries(String expected, String actual) {
        return registry.get(Metrics.CANARY_VERDICTS)
                .tags("check", "math-answer", "expected", expected, "actual", actual)
                .counter()
                .count();
    }

    private CandidateWork work(Check check) {
        return work(check, new Planter(List.of(), 1));
    }

    private CandidateWork work(Check check, Planter planter) {
        return new CandidateWork(new Panels(panel(check, planter), Map.of()), () -> NOW, registry);
    }

    private static Panel panel(Check check, Planter planter) {
        return new Panel(new Examination(List.of(CheckStep.deciding(check)), System::nanoTime), planter);
    }

    private Input<Candidate> input() {
        return new Input<>("seed-1", candidate, new Coordinates("candidates", 3, 99L));
    }

    private double count(VerdictKind verdict, Reason reason) {
        return registry.get(Metrics.VERIFIER_VERDICTS)
                .tags("verdict", verdict.name(), "reason", reason.name())
                .counter()
                .count();
    }

    private static Verified verified(List<Output> outputs) {
        return (Verified) ((Output.OfRecord<?>) outputs.getFirst()).value();
    }
}
