package io.millrace.deploy.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Budget;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.CodeCase;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.Document;
import io.millrace.schemas.FactualClaims;
import io.millrace.schemas.Grounding;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Split;
import io.millrace.schemas.StructuredTask;
import io.millrace.schemas.Task;
import io.millrace.schemas.TextPolicy;
import io.millrace.schemas.TextTask;
import io.millrace.schemas.ToolTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedLinesTest {

    private static final String GOOD = """
            {"id":"s-1","kind":"math","prompt":"What is 1 + 1?","reference":{"answer":"2"},\
            "source":{"name":"school","license":"MIT","real":true,"split":"test"},"language":"en"}
            """;

    @TempDir
    private Path directory;

    @Test
    void carriesEveryFieldOfALine() throws IOException {
        Intake<Seed> seeds = read(GOOD);

        assertThat(seeds.bad()).isEmpty();
        Seed seed = seeds.good().getFirst();
        assertThat(seed.getId()).isEqualTo("s-1");
        assertThat(seed.getSubmission()).isEqualTo("run-1");
        assertThat(seed.getDataset()).isEqualTo("school");
        assertThat(seed.getTask())
                .isEqualTo(Task.newBuilder()
                        .setMath(new MathTask("What is 1 + 1?", "2", null))
                        .build());
        assertThat(seed.getSource().getLicence()).isEqualTo("MIT");
        assertThat(seed.getProvenance().getGenerationDepth()).isZero();
        assertThat(seed.getProvenance().getSynthetic()).isFalse();
    }

    @Test
    void needsNoTaskWhereTheStrategyMakesIt() throws IOException {
        Intake<Seed> seeds = read("""
                {"id":"s-1","strategy":{"name":"self-play","parameters":{"topic":"sets"}},"source":{"name":"x"}}
                {"id":"s-2","source":{"name":"x"}}
                """);

        Seed seed = seeds.good().getFirst();
        assertThat(seed.getTask()).isNull();
        assertThat(seed.getDomain()).isEqualTo("self-play");
        assertThat(seed.getStrategy().getParameters()).containsEntry("topic", "sets");
        assertThat(seeds.bad()).containsExactly(new BadLine(2, "neither field 'kind' nor field 'strategy'"));
    }

    @Test
    void bringsTheBudgetOfASeed() throws IOException {
        Intake<Seed> seeds = read("""
                {"id":"s-1","strategy":{"name":"persona"},"source":{"name":"x"},"budget":{"tokens":9000000000}}
                {"id":"s-2","strategy":{"name":"persona"},"source":{"name":"x"},"budget":{"costMicros":0}}
                {"id":"s-3","strategy":{"name":"persona"},"source":{"name":"x"},"budget":{"tokens":1.5}}
                """);

        assertThat(seeds.good())
                .singleElement()
                .satisfies(seed -> assertThat(seed.getBudget()).isEqualTo(new Budget(9_000_000_000L, null)));
        assertThat(seeds.bad())
                .containsExactly(
                        new BadLine(2, "field 'budget.costMicros' is not a whole number above 0"),
                        new BadLine(3, "field 'budget.tokens' is not a whole number above 0"));
    }

    @Test
    void keepsWhatOthersTestWithOutOfTraining() throws IOException {
        assertThat(read(GOOD).good().getFirst().getSplit()).isEqualTo(Split.TEST);
    }

    @Test
    void takesTheGoodLinesAndNamesTheBadOnes() throws IOException {
        Intake<Seed> seeds = read("""
                not json
                %s
                {"id":"s-2","kind":"math","prompt":"?","source":{"name":"x"}}
                [1]

                {"id":"s-3","kind":"dance","prompt":"?","reference":{},"source":{"name":"x"}}
                """.formatted(GOOD.strip()));

        assertThat(seeds.good()).extracting(Seed::getId).containsExactly("s-1");
        assertThat(seeds.bad())
                .containsExactly(
                        new BadLine(1, "not JSON: error at column 4"),
                        new BadLine(3, "field 'reference' is missing"),
                        new BadLine(4, "not a JSON object"),
                        new BadLine(6, "kind is none of math, text, code, chat, structured and tool"));
    }

    @Test
    void readsWhatRulesJudgeRepliesBy() throws IOException {
        ChatTask chat = requireNonNull(task("chat", """
                {"constraints":[{"type":"noCommas"}],"documents":[{"id":"p","text":"§1 All."}],
                "grounding":{"requiredCitations":["p §1"]},"claims":{"subjects":["gold"]},"expectedHandling":"answer"}""").getChat());

        assertThat(chat.getMessages().getLast().getContent()).isEqualTo("?");
        assertThat(chat.getConstraints()).containsExactly("{\"type\":\"noCommas\"}");
        assertThat(chat.getDocuments()).containsExactly(new Document("p", "p", "§1 All."));
        assertThat(chat.getGrounding()).isEqualTo(new Grounding(true, List.of("p §1")));
        assertThat(chat.getClaims()).isEqualTo(new FactualClaims(List.of(), 1, List.of("gold")));
        assertThat(chat.getExpectedHandling()).isEqualTo("answer");
    }

    @Test
    void readsSchemasToolsAndPoliciesAsTheJsonThatTheyAre() throws IOException {
        assertThat(task("structured", "{\"schema\":{\"type\":\"null\"},\"expected\":[1]}")
                        .getStructured())
                .isEqualTo(new StructuredTask("?", "{\"type\":\"null\"}", "[1]"));
        assertThat(task("tool", "{\"tools\":[{}],\"world\":{},\"goal\":{\"maxCalls\":0}}")
                        .getTool())
                .isEqualTo(new ToolTask("?", "[{}]", "{}", "{\"maxCalls\":0}"));
        assertThat(task("text", "{\"answer\":\"a\",\"policy\":{\"ignoreCase\":true}}")
                        .getText())
                .isEqualTo(new TextTask("?", "a", new TextPolicy(true, false, false, false, false)));
    }

    @Test
    void readsTheTestsOfAProgramAndWhatProvesThem() throws IOException {
        CodeTask code = requireNonNull(task("code", """
                {"language":"Python","entryPoint":"f","tests":"assert f(1) == 2","solution":"def f(n): return n + 1",
                "buggySource":"def f(n): return n","generatedTests":true}""").getCode());

        assertThat(code)
                .isEqualTo(CodeTask.newBuilder()
                        .setProblem("?")
                        .setLanguage("python")
                        .setEntryPoint("f")
                        .setTests("assert f(1) == 2")
                        .setReferenceSolution("def f(n): return n + 1")
                        .setBuggySource("def f(n): return n")
                        .setGeneratedTests(true)
                        .build());
    }

    @Test
    void readsTheCasesOfAProgramThatReadsAndWrites() throws IOException {
        CodeTask code = requireNonNull(task("code", """
                {"language":"python","cases":[{"input":"1","output":"2"},{"input":"","output":"0"}]}""").getCode());

        assertThat(code.getCases()).containsExactly(new CodeCase("1", "2"), new CodeCase("", "0"));
        assertThat(code.getTests()).isEmpty();
    }

    @Test
    void refusesACodeTaskThatTheVerifierCouldNotJudge() throws IOException {
        String line = "{\"id\":\"s-1\",\"kind\":\"code\",\"prompt\":\"?\","
                + "\"reference\":{\"language\":\"python\",%s},\"source\":{\"name\":\"x\"}}\n";
        String oneCase = "{\"input\":\"\",\"output\":\"\"}";
        String tooMany = String.join(",", Collections.nCopies(201, oneCase));

        assertThat(read(line.formatted("\"entryPoint\":\"f\"")
                                + line.formatted("\"cases\":[{\"input\":\"1\"}]")
                                + line.formatted("\"cases\":[%s],\"tests\":\"\"".formatted(oneCase))
                                + line.formatted("\"cases\":[%s]".formatted(tooMany))
                                + line.formatted("\"cases\":[%s],\"buggySource\":\"x\"".formatted(oneCase))
                                + line.formatted("\"generatedTests\":\"yes\""))
                        .bad())
                .containsExactly(
                        new BadLine(1, "field 'reference.tests' is missing"),
                        new BadLine(2, "field 'reference.cases.output' is missing"),
                        new BadLine(3, "field 'reference.cases' cannot stand beside tests or an entry point"),
                        new BadLine(4, "field 'reference.cases' must have at most 200 elements"),
                        new BadLine(
                                5,
                                "field 'reference.solution' is missing, and nothing else proves a repair or generated tests"),
                        new BadLine(6, "field 'reference.generatedTests' is not true or false"));
    }

    @Test
    void refusesAReferenceOfAnotherForm() throws IOException {
        String line =
                "{\"id\":\"s-1\",\"kind\":\"%s\",\"prompt\":\"?\",\"reference\":%s,\"source\":{\"name\":\"x\"}}\n";

        assertThat(read(line.formatted("tool", "{\"tools\":[]}")
                                + line.formatted("chat", "{\"constraints\":{}}")
                                + line.formatted("chat", "{\"documents\":[1]}"))
                        .bad())
                .containsExactly(
                        new BadLine(1, "field 'reference.world' is missing"),
                        new BadLine(2, "field 'reference.constraints' is not a list"),
                        new BadLine(3, "field 'reference.documents.id' is missing"));
    }

    private Task task(String kind, String reference) throws IOException {
        Intake<Seed> seeds =
                read("{\"id\":\"s-9\",\"kind\":\"%s\",\"prompt\":\"?\",\"reference\":%s,\"source\":{\"name\":\"x\"}}\n"
                        .formatted(kind, reference.replace("\n", "")));
        assertThat(seeds.bad()).isEmpty();
        return requireNonNull(seeds.good().getFirst().getTask());
    }

    @Test
    void refusesTheSameIdTwice() throws IOException {
        assertThat(read(GOOD + GOOD).bad()).containsExactly(new BadLine(2, "the same id as line 1"));
    }

    @Test
    void measuresALineBeforeItReadsIt() throws IOException {
        String huge = "{\"id\":\"%s\"}\n".formatted("x".repeat(JsonLines.MAX_LINE_BYTES));

        Intake<Seed> seeds = read(huge + GOOD);

        assertThat(seeds.good()).hasSize(1);
        assertThat(seeds.bad()).containsExactly(new BadLine(1, "longer than 262144 bytes"));
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        Path file = directory.resolve("seeds.jsonl");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});

        assertThat(SeedLines.read(file, submission()).bad()).containsExactly(new BadLine(1, "not UTF-8"));
    }

    @Test
    void refusesAFieldThatComesTwice() throws IOException {
        assertThat(read("{\"id\":\"a\",\"id\":\"b\"}").bad()).hasSize(1);
    }

    @Test
    void refusesDeepNestingWithoutFalling() throws IOException {
        assertThat(read("[".repeat(100_000)).bad()).hasSize(1);
    }

    @Test
    void refusesAnIdOfSeveralLines() throws IOException {
        assertThat(read(GOOD.replace("s-1", "s\\n1")).bad())
                .containsExactly(new BadLine(1, "field 'id' must be 1 to 200 characters on one line"));
    }

    private Intake<Seed> read(String lines) throws IOException {
        Path file = directory.resolve("seeds.jsonl");
        Files.writeString(file, lines, StandardCharsets.UTF_8);
        return SeedLines.read(file, submission());
    }

    private static Submission submission() {
        return new Submission("run-1", "school", Instant.EPOCH);
    }
}
