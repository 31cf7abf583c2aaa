package io.millrace.evaluator.dataset;

import io.millrace.evaluator.Samples;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.ContentHash;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Split;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Evaluated records as this service would write them. */
public final class EvaluatedRecords {

    public static final String DATASET = "sums";

    private static final StrategyRef STRATEGY = new StrategyRef("distillation", "1");

    private EvaluatedRecords() {}

    public static Evaluated kept(String seedId, String answer) {
        return evaluated(seedId, 0, VerdictKind.ACCEPTED, CheckOutcome.PASS, chat("What is 1 + 1?", answer));
    }

    public static Evaluated kept(String seedId, Message... messages) {
        return evaluated(seedId, 0, VerdictKind.ACCEPTED, CheckOutcome.PASS, messages);
    }

    static Evaluated sample(String seedId, int index, String answer) {
        return evaluated(seedId, index, VerdictKind.ACCEPTED, CheckOutcome.PASS, chat("What is 1 + 1?", answer));
    }

    static Evaluated judged(
            String seedId, int index, VerdictKind verdict, CheckOutcome outcome, String question, String answer) {
        return evaluated(seedId, index, verdict, outcome, chat(question, answer));
    }

    static Evaluated in(Split split, Evaluated evaluated) {
        return Evaluated.newBuilder(evaluated).setSplit(split).build();
    }

    static Evaluated dropped(Evaluated evaluated) {
        return Evaluated.newBuilder(evaluated)
                .setDecision(Decision.DROP)
                .setReason("DUPLICATE")
                .build();
    }

    static Evaluated with(Evaluated evaluated, UnaryOperator<Verified.Builder> change) {
        Verified.Builder verified = Verified.newBuilder(evaluated.getVerified());
        return Evaluated.newBuilder(evaluated)
                .setVerified(change.apply(verified).build())
                .build();
    }

    static Evaluated withCandidate(Evaluated evaluated, UnaryOperator<Candidate.Builder> change) {
        return with(
                evaluated,
                verified -> verified.setCandidate(change.apply(Candidate.newBuilder(verified.getCandidate()))
                        .build()));
    }

    static Evaluated withSeed(Evaluated evaluated, UnaryOperator<Seed.Builder> change) {
        return withCandidate(
                evaluated,
                candidate -> candidate.setSeed(
                        change.apply(Seed.newBuilder(candidate.getSeed())).build()));
    }

    private static Message[] chat(String question, String answer) {
        return new Message[] {Samples.message("user", question), Samples.message("assistant", answer)};
    }

    private static Evaluated evaluated(
            String seedId, int index, VerdictKind verdict, CheckOutcome outcome, Message... messages) {
        List<Message> conversation = Arrays.asList(messages);
        Candidate candidate = Candidate.newBuilder(Samples.candidate(Samples.seed(seedId), ""))
                .setId(RecordIds.candidate(seedId, STRATEGY, index))
                .setStrategy(STRATEGY)
                .setSampleIndex(index)
                .setMessages(conversation)
                .setModel(new ModelRef("apprentice", "apprentice/1", "embedded"))
                .build();
        String reason = verdict == VerdictKind.REJECTED ? "WRONG_ANSWER" : verdict.name();
        return Evaluated.newBuilder()
                .setId(RecordIds.evaluated(candidate.getId()))
                .setProvenance(Provenance.newBuilder(candidate.getProvenance())
                        .setContentHash(ContentHash.of(conversation))
                        .setLicence("Apache-2.0")
                        .setGenerationDepth(1)
                        .build())
                .setVerified(Verified.newBuilder(Samples.verified(seedId, "", verdict, reason))
                        .setCandidate(candidate)
                        .setChecks(List.of(check(outcome)))
                        .build())
                .setDecision(verdict == VerdictKind.ACCEPTED ? Decision.KEEP : Decision.DROP)
                .setReason(verdict == VerdictKind.ACCEPTED ? "KEPT" : reason)
                .setPolicyVersion("1")
                .setSplit(Split.TRAIN)
                .build();
    }

    private static CheckResult check(CheckOutcome outcome) {
        return CheckResult.newBuilder()
                .setName("math-answer")
                .setVersion("1")
                .setConfigHash("c0")
                .setOutcome(outcome)
                .setEvidence("")
                .setTookMicros(7)
                .build();
    }
}
