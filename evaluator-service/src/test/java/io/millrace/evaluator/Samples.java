package io.millrace.evaluator;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.ContentHash;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Planted;
import io.millrace.schemas.Producer;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.Task;
import io.millrace.schemas.TrustedRecords;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import java.time.Instant;
import java.util.List;

/** Records as the services before this one would write them. */
public final class Samples {

    public static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
    public static final Producer PRODUCER = new Producer("test", "1", "0123abc", "cafe");

    /** The check that planted records are meant for. */
    public static final String CHECK = "math-answer";

    static {
        TrustedRecords.allow();
    }

    private Samples() {}

    public static Verified accepted(String seedId, String answer) {
        return verified(seedId, answer, VerdictKind.ACCEPTED, "ACCEPTED");
    }

    public static Verified rejected(String seedId, String answer) {
        return verified(seedId, answer, VerdictKind.REJECTED, "WRONG_ANSWER");
    }

    public static Verified verified(String seedId, String answer, VerdictKind verdict, String reason) {
        Candidate candidate = candidate(seed(seedId), answer);
        return Verified.newBuilder()
                .setId(RecordIds.verified(candidate.getId()))
                .setProvenance(provenance(new Coordinates("candidates", 1, 11L)))
                .setCandidate(candidate)
                .setVerdict(verdict)
                .setReason(reason)
                .setChecks(List.of())
                .build();
    }

    /** A record that was planted, with its verdict. */
    public static Verified planted(String seedId, boolean right, VerdictKind verdict) {
        Verified host = verified(seedId, "42", verdict, verdict.name());
        String id = RecordIds.planted(host.getCandidate().getId());
        return Verified.newBuilder(host)
                .setId(RecordIds.verified(id))
                .setCandidate(
                        Candidate.newBuilder(host.getCandidate()).setId(id).build())
                .setPlanted(new Planted(CHECK, "a probe", right))
                .build();
    }

    public static Candidate candidate(Seed seed, String answer) {
        StrategyRef strategy = new StrategyRef("rule", "1");
        return Candidate.newBuilder()
                .setId(RecordIds.candidate(seed.getId(), strategy, 0))
                .setProvenance(provenance(new Coordinates("seeds", 2, 22L)))
                .setSeed(seed)
                .setTask(sum())
                .setStrategy(strategy)
                .setSampleIndex(0)
                .setMessages(List.of(message("user", "What is 6 * 7?"), message("assistant", answer)))
                .build();
    }

    public static Seed seed(String id) {
        return seedBuilder(id).build();
    }

    public static Seed.Builder seedBuilder(String id) {
        return Seed.newBuilder()
                .setId(id)
                .setProvenance(provenance(null))
                .setSubmission("test")
                .setDataset("sums")
                .setDomain("arithmetic")
                .setTask(sum())
                .setStrategy(StrategyCall.newBuilder().setName("rule").build())
                .setSource(Source.newBuilder().setName("test").setReal(false).build());
    }

    public static Task sum() {
        return Task.newBuilder()
                .setMath(new MathTask("What is 6 * 7?", "42", null))
                .build();
    }

    public static Message message(String role, String content) {
        return Message.newBuilder().setRole(role).setContent(content).build();
    }

    private static Provenance provenance(@org.jspecify.annotations.Nullable Coordinates readFrom) {
        return Provenance.newBuilder()
                .setContentHash(ContentHash.of("test"))
                .setParentIds(List.of())
                .setProducer(PRODUCER)
                .setReadFrom(readFrom)
                .setCreatedAt(CREATED)
                .setSynthetic(true)
                .setGenerationDepth(0)
                .build();
    }
}
