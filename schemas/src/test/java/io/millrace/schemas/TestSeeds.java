package io.millrace.schemas;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Seeds for tests. Whatever would give an answer away contains {@link #HIDDEN}. */
public final class TestSeeds {

    public static final String HIDDEN = "hidden-marker";

    private TestSeeds() {}

    /** A seed of people's own making that asks for one sample. */
    public static Seed.Builder seed(Task task) {
        return Seed.newBuilder()
                .setId("seed-1")
                .setProvenance(Provenance.newBuilder()
                        .setContentHash("0")
                        .setParentIds(List.of())
                        .setProducer(new Producer("test", "1", "none", "0"))
                        .setCreatedAt(Instant.EPOCH)
                        .setSynthetic(false)
                        .setGenerationDepth(0)
                        .build())
                .setSubmission("submission-1")
                .setDataset("dataset")
                .setDomain("test")
                .setTask(task)
                .setStrategy(new StrategyCall("distillation", Map.of()))
                .setSource(Source.newBuilder()
                        .setName("test")
                        .setLicence("MIT")
                        .setReal(true)
                        .build());
    }

    public static Task math() {
        return Task.newBuilder()
                .setMath(new MathTask("What is six times seven?", HIDDEN, null))
                .build();
    }

    public static Task code() {
        CodeTask code = CodeTask.newBuilder()
                .setProblem("Reverse a text.")
                .setLanguage("python")
                .setEntryPoint("reverse")
                .setTests("assert " + HIDDEN)
                .setReferenceSolution("return " + HIDDEN)
                .build();
        return Task.newBuilder().setCode(code).build();
    }

    public static Task text() {
        return Task.newBuilder()
                .setText(new TextTask("Spell mill backwards.", HIDDEN, null))
                .build();
    }

    public static Task puzzle() {
        return Task.newBuilder()
                .setPuzzle(new PuzzleTask("countdown", 1, "Make 24 from 4 and 6.", "{}", HIDDEN))
                .build();
    }

    public static Task chat() {
        return Task.newBuilder().setChat(conversation().build()).build();
    }

    /** A question about a document. */
    public static Task grounded() {
        ChatTask chat = conversation()
                .setDocuments(List.of(new Document("returns", "Returns", "§1 Time\nWithin 30 days.")))
                .setGrounding(new Grounding(true, List.of("returns §" + HIDDEN)))
                .build();
        return Task.newBuilder().setChat(chat).build();
    }

    private static ChatTask.Builder conversation() {
        return ChatTask.newBuilder()
                .setMessages(List.of(
                        message("user", "Hello."), message("assistant", "Yes?"), message("user", "May I return it?")))
                .setRubric(HIDDEN)
                .setConstraints(List.of("{\"type\":\"contains\",\"keyword\":\"" + HIDDEN + "\"}"));
    }

    public static Task structured() {
        String schema = "{\"type\":\"object\",\"properties\":{\"boxes\":{\"type\":\"integer\"}}}";
        return Task.newBuilder()
                .setStructured(new StructuredTask("How many boxes?", schema, HIDDEN))
                .build();
    }

    public static Task sql() {
        return Task.newBuilder()
                .setSql(new SqlTask("How many?", "CREATE TABLE box (id INTEGER)", HIDDEN))
                .build();
    }

    public static Task tool() {
        String tools =
                "[{\"name\":\"ring\",\"parameters\":{\"type\":\"object\"},\"effects\":[{\"op\":\"set\",\"path\":\"/rung\",\"value\":true}]}]";
        String goal =
                "{\"conditions\":[{\"op\":\"exists\",\"path\":\"/rung\"}],\"forbiddenTools\":[\"" + HIDDEN + "\"]}";
        return Task.newBuilder()
                .setTool(new ToolTask("Ring the bell.", tools, "{\"bell\":1}", goal))
                .build();
    }

    private static Message message(String role, String content) {
        return Message.newBuilder().setRole(role).setContent(content).build();
    }
}
