package io.millrace.deploy.account;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Planted;
import io.millrace.schemas.Producer;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import io.millrace.schemas.Split;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.Task;
import io.millrace.schemas.TrustedRecords;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small whole records for tests. */
public final class Records {

    private static final StrategyRef STRATEGY = new StrategyRef("rule", "1");

    static {
        TrustedRecords.allow();
    }

    private Records() {}

    static Seed seed(String id, int samples) {
        return Seed.newBuilder()
                .setId(id)
                .setProvenance(provenance())
                .setSubmission("run-1")
                .setDataset("demo")
                .setDomain("arithmetic")
                .setStrategy(StrategyCall.newBuilder().setName("rule").build())
                .setSamples(samples)
                .setSource(Source.newBuilder().setName("test").setReal(false).build())
                .build();
    }

    public static Candidate candidate(String seedId, int sample) {
        return Candidate.newBuilder()
                .setId(RecordIds.candidate(seedId, STRATEGY, sample))
                .setProvenance(provenance())
                .setSeed(seed(seedId, 1))
                .setTask(Task.newBuilder()
                        .setMath(new MathTask("1 + 1?", "2", null))
                        .build())
                .setStrategy(STRATEGY)
                .setSampleIndex(sample)
                .setMessages(List.of(Message.newBuilder()
                        .setRole("assistant")
                        .setContent("Answer: 2")
                        .build()))
                .build();
    }

    /** A verdict whose reason is called as it is. */
    public static Verified verified(Candidate candidate, VerdictKind verdict, CheckResult... checks) {
        return Verified.newBuilder()
                .setId(RecordIds.verified(candidate.getId()))
                .setProvenance(provenance())
                .setCandidate(candidate)
                .setVerdict(verdict)
                .setReason(verdict.name())
                .setChecks(List.of(checks))
                .build();
    }

    static Evaluated evaluated(String seedId, int sample, VerdictKind verdict, Decision decision, String reason) {
        Candidate candidate = candidate(seedId, sample);
        return Evaluated.newBuilder()
                .setId(RecordIds.evaluated(candidate.getId()))
                .setProvenance(provenance())
                .setVerified(verified(candidate, verdict))
                .setDecision(decision)
                .setReason(reason)
                .setPolicyVersion("1")
                .setSplit(Split.TRAIN)
                .build();
    }

    /** A wrong record that was planted for a check and accepted. */
    public static Verified falseAccept(String seedId, String check) {
        Candidate host = candidate(seedId, 0);
        Candidate planted = Candidate.newBuilder(host)
                .setId(RecordIds.planted(host.getId()))
                .build();
        return Verified.newBuilder(verified(planted, VerdictKind.ACCEPTED))
                .setPlanted(new Planted(check, "a probe", false))
                .build();
    }

    static DeadLetter letter(String topic, long offset, @Nullable Integer sample) {
        return DeadLetter.newBuilder()
                .setTopic(topic)
                .setPartition(0)
                .setOffset(offset)
                .setService("generator")
                .setErrorClass("UnusableSeed")
                .setMessage("no such family")
                .setAttempt(1)
                .setReplayable(false)
                .setSampleIndex(sample)
                .setFailedAt(Instant.EPOCH)
                .build();
    }

    private static Provenance provenance() {
        return Provenance.newBuilder()
                .setContentHash("00")
                .setParentIds(List.of())
                .setProducer(new Producer("test", "1", "none", "00"))
                .setCreatedAt(Instant.EPOCH)
                .setSynthetic(true)
                .setGenerationDepth(1)
                .build();
    }
}
