package io.millrace.deploy.bench;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.ContentHash;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Message;
import io.millrace.schemas.Producer;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.Task;
import io.millrace.schemas.TextTask;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.Verified;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accepted records of planted exchanges, all of one dataset. */
final class PlantedRecords {

    private static final Producer PRODUCER = new Producer("bench", "1", "none", ContentHash.of("bench"));
    private static final StrategyRef STRATEGY = new StrategyRef("bench", "1");
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private final PlantedExchanges planted;

    PlantedRecords(PlantedExchanges planted) {
        this.planted = planted;
    }

    Verified accepted(int number) {
        Candidate candidate = candidate("seed-" + number, planted.exchange(number));
        var check = CheckResult.newBuilder()
                .setName("text-answer")
                .setVersion("1")
                .setConfigHash(ContentHash.of("bench"))
                .setOutcome(CheckOutcome.PASS)
                .setEvidence("as expected")
                .setTookMicros(1)
                .build();
        return Verified.newBuilder()
                .setId(RecordIds.verified(candidate.getId()))
                .setProvenance(provenance(new Coordinates("candidates", 0, (long) number)))
                .setCandidate(candidate)
                .setVerdict(VerdictKind.ACCEPTED)
                .setReason("ACCEPTED")
                .setChecks(List.of(check))
                .build();
    }

    private static Candidate candidate(String seedId, PlantedExchanges.Exchange exchange) {
        var task = Task.newBuilder()
                .setText(new TextTask(exchange.question(), exchange.answer(), null))
                .build();
        var seed = Seed.newBuilder()
                .setId(seedId)
                .setProvenance(provenance(null))
                .setSubmission("bench")
                .setDataset("bench")
                .setDomain("bench")
                .setTask(task)
                .setStrategy(StrategyCall.newBuilder().setName("bench").build())
                .setSource(Source.newBuilder().setName("bench").setReal(false).build())
                .build();
        return Candidate.newBuilder()
                .setId(RecordIds.candidate(seedId, STRATEGY, 0))
                .setProvenance(provenance(new Coordinates("seeds", 0, 0L)))
                .setSeed(seed)
                .setTask(task)
                .setStrategy(STRATEGY)
                .setSampleIndex(0)
                .setMessages(List.of(message("user", exchange.question()), message("assistant", exchange.answer())))
                .build();
    }

    private static Message message(String role, String content) {
        return Message.newBuilder().setRole(role).setContent(content).build();
    }

    private static Provenance provenance(@Nullable Coordinates readFrom) {
        return Provenance.newBuilder()
                .setContentHash(ContentHash.of("bench"))
                .setParentIds(List.of())
                .setProducer(PRODUCER)
                .setReadFrom(readFrom)
                .setCreatedAt(CREATED)
                .setSynthetic(true)
                .setGenerationDepth(1)
                .build();
    }
}
