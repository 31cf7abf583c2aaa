package io.millrace.verifier.check;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Message;
import io.millrace.schemas.Producer;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.Task;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An answer of which is known beforehand whether it is right: what a check is audited with.
 *
 * @param name what is tried, unique within its suite, for instance "exits-before-the-tests"
 * @param task what was asked
 * @param reply the messages that answer it; the last one is judged
 * @param right whether an answer like this must be accepted; otherwise it must not be
 */
public record Probe(String name, Task task, List<Message> reply, boolean right) {

    public Probe {
        reply = List.copyOf(reply);
    }

    /** A probe whose answer is one message of text. */
    public static Probe of(String name, Task task, String reply, boolean right) {
        Message message =
                Message.newBuilder().setRole("assistant").setContent(reply).build();
        return new Probe(name, task, List.of(message), right);
    }

    /** The probe as the checks see a candidate: nothing in it tells what is expected. */
    public Candidate candidate() {
        return Candidate.newBuilder()
                .setId("c-probe")
                .setProvenance(provenance())
                .setSeed(Seed.newBuilder()
                        .setId("probe")
                        .setProvenance(provenance())
                        .setSubmission("audit")
                        .setDataset("audit")
                        .setDomain("audit")
                        .setStrategy(new StrategyCall("import", Map.of()))
                        .setSource(new Source("audit", null, null, null, false))
                        .build())
                .setTask(task)
                .setStrategy(new StrategyRef("import", "1"))
                .setSampleIndex(0)
                .setMessages(reply)
                .build();
    }

    private static Provenance provenance() {
        return Provenance.newBuilder()
                .setContentHash("")
                .setParentIds(List.of())
                .setProducer(new Producer("audit", "1", "none", ""))
                .setCreatedAt(Instant.EPOCH)
                .setSynthetic(true)
                .setGenerationDepth(0)
                .build();
    }
}
