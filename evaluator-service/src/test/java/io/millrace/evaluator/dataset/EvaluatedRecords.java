package io.millrace.evaluator.dataset;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.ContentHash;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Producer;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import io.millrace.schemas.Split;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.Task;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Evaluated records as the pipeline would write them, one per test that needs one. */
public final class EvaluatedRecords {

    public static final String DATASET = "sums";

    private static final Instant TIME = Instant.parse("2026-02-03T04:05:06.789Z");

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

    static Message message(String role, String content) {
        return Message.newBuilder().setRole(role).setContent(content).build();
    }

    private static Message[] chat(String question, String answer) {
        return new Message[] {message("user", question), message("assistant", answer)};
    }

    private static Evaluated evaluated(
            String seedId, int index, VerdictKind verdict, CheckOutcome outcome, Message... messages) {
        List<Message> conversation = Arrays.asList(messages);
        Candidate candidate = candidate(seedId, index, conversation);
        String reason = verdict == VerdictKind.REJECTED ? "WRONG_ANSWER" : verdict.name();
        return Evaluated.newBuilder()
                .setId(RecordIds.evaluated(candidate.getId()))
                .setProvenance(provenance("evaluator", conversation))
                .setVerified(Verified.newBuilder()
                        .setId(RecordIds.verified(candidate.getId()))
                        .setProvenance(provenance("verifier", conversation))
                        .setCandidate(candidate)
                        .setVerdict(verdict)
                        .setReason(reason)
                        .setChecks(List.of(check(outcome)))
                        .build())
                .setDecision(verdict == VerdictKind.ACCEPTED ? Decision.KEEP : Decision.DROP)
                .setReason(verdict == VerdictKind.ACCEPTED ? "KEPT" : reason)
                .setPolicyVersion("1")
                .setSplit(Split.TRAIN)
                .build();
    }

    private static Candidate candidate(String seedId, int index, List<Message> messages) {
        StrategyRef strategy = new StrategyRef("distillation", "1");
        return Candidate.newBuilder()
                .setId(RecordIds.candidate(seedId, strategy, index))
                .setProvenance(provenance("generator", messages))
                .setSeed(seed(seedId))
                .setTask(task())
                .setStrategy(strategy)
                .setSampleIndex(index)
                .setMessages(messages)
                .setModel(new ModelRef("apprentice", "apprentice/1", "embedded"))
                .build();
    }

    private static Seed seed(String id) {
        return Seed.newBuilder()
                .setId(id)
                .setProvenance(provenance("millrace", List.of()))
                .setSubmission("test")
                .setDataset(DATASET)
                .setDomain("arithmetic")
                .setTask(task())
                .setStrategy(new StrategyCall("distillation", Map.of()))
                .setSource(Source.newBuilder().setName("test").setReal(false).build())
                .build();
    }

    private static Task task() {
        return Task.newBuilder().setMath(new MathTask("What is 1 + 1?", "2")).build();
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

    private static Provenance provenance(String service, List<Message> content) {
        return Provenance.newBuilder()
                .setContentHash(ContentHash.of(content))
                .setParentIds(List.of())
                .setProducer(new Producer(service, "0.1.0", "abc123", "c0"))
                .setCreatedAt(TIME)
                .setLicence("Apache-2.0")
                .setSynthetic(true)
                .setGenerationDepth(1)
                .build();
    }
}
