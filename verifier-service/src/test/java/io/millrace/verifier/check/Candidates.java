package io.millrace.verifier.check;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Producer;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.PuzzleTask;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.Task;
import io.millrace.schemas.TextTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Candidates for tests. */
public final class Candidates {

    private static final Provenance PROVENANCE = Provenance.newBuilder()
            .setContentHash("0")
            .setParentIds(List.of())
            .setProducer(new Producer("test", "1", "none", "0"))
            .setCreatedAt(Instant.EPOCH)
            .setTraceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
            .setLicence("CC0-1.0")
            .setSynthetic(true)
            .setGenerationDepth(2)
            .build();

    private Candidates() {}

    public static Candidate math(String expected, String completion) {
        var task = Task.newBuilder()
                .setMath(new MathTask("How many?", expected, null))
                .build();
        return of(task, "assistant", completion);
    }

    public static Candidate text(String expected, String completion) {
        var task = Task.newBuilder()
                .setText(new TextTask("Which?", expected, null))
                .build();
        return of(task, "assistant", completion);
    }

    public static Candidate countdown(String given, String completion) {
        var puzzle = new PuzzleTask("countdown", 1, "Reach the target.", given, "1+1");
        return of(Task.newBuilder().setPuzzle(puzzle).build(), "assistant", completion);
    }

    public static Candidate of(Task task, String role, String lastMessage) {
        var seed = Seed.newBuilder()
                .setId("seed-1")
                .setProvenance(PROVENANCE)
                .setSubmission("test")
                .setDataset("test")
                .setDomain("test")
                .setStrategy(new StrategyCall("rule", Map.of()))
                .setSource(new Source("test", null, null, null, false))
                .build();
        return Candidate.newBuilder()
                .setId("c-1")
                .setProvenance(PROVENANCE)
                .setSeed(seed)
                .setTask(task)
                .setStrategy(new StrategyRef("rule", "1"))
                .setSampleIndex(0)
                .setMessages(List.of(message("user", "How many?"), message(role, lastMessage)))
                .build();
    }

    private static Message message(String role, String content) {
        return Message.newBuilder().setRole(role).setContent(content).build();
    }
}
