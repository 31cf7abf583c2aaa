package io.millrace.deploy.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.PromptRef;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.ToolCall;
import io.millrace.schemas.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateLinesTest {

    private static final Submission SUBMISSION = new Submission("run-1", "school", Instant.EPOCH);
    private static final String SEED = """
            {"id":"s-1","kind":"math","prompt":"What is 1 + 1?","reference":{"answer":"2"},"source":{"name":"x","real":true}}
            """;

    @TempDir
    private Path directory;

    @Test
    void numbersASeedsCandidatesInTheOrderOfTheFile() throws IOException {
        Intake<ImportedCandidate> read = read("""
                {"seedId":"s-1","model":"m","completion":"A: 2","expectedCorrect":true}
                {"seedId":"s-1","model":"m","completion":"A: 3"}
                """);

        assertThat(read.good())
                .extracting(each -> each.candidate().getSampleIndex())
                .containsExactly(0, 1);
        assertThat(read.good()).extracting(each -> each.candidate().getId()).containsExactly(id(0), id(1));
        assertThat(read.good())
                .extracting(ImportedCandidate::expectedCorrect)
                .containsExactly(Optional.of(true), Optional.empty());
    }

    @Test
    void aSeedAsksForAsManyAsThereAre() throws IOException {
        Intake<ImportedCandidate> read = read("""
                {"seedId":"s-1","model":"m","completion":"A: 2"}
                {"seedId":"s-1","model":"m","completion":"A: 3"}
                {"seedId":"s-1","model":"m"}
                """);

        assertThat(read.good())
                .extracting(each -> each.candidate().getSeed().getSamples())
                .containsExactly(2, 2);
    }

    @Test
    void saysWhoseAnswerItIs() throws IOException {
        Candidate candidate = read("{\"seedId\":\"s-1\",\"model\":\"m-7b\",\"completion\":\"A: 2\"}")
                .good()
                .getFirst()
                .candidate();

        assertThat(candidate.getModel()).isEqualTo(new ModelRef("m-7b", "m-7b", "imported"));
        assertThat(candidate.getMessages()).extracting(Message::getContent).containsExactly("What is 1 + 1?", "A: 2");
        assertThat(candidate.getProvenance().getGenerationDepth()).isEqualTo(1);
        assertThat(candidate.getProvenance().getParentIds()).containsExactly("s-1");
    }

    @Test
    void leavesOutWhatBelongsToNoSeed() throws IOException {
        assertThat(read("{\"seedId\":\"s-9\",\"model\":\"m\",\"completion\":\"\"}")
                        .bad())
                .containsExactly(new BadLine(1, "no seed has this seedId"));
    }

    @Test
    void leavesOutACompletionThatIsNoText() throws IOException {
        assertThat(read("{\"seedId\":\"s-1\",\"model\":\"m\",\"completion\":7}").bad())
                .containsExactly(new BadLine(1, "field 'completion' is not a text"));
    }

    @Test
    void readsTheCallsOfToolsAndWhatTheyReturned() throws IOException {
        Intake<ImportedCandidate> read = read("""
                {"seedId":"s-1","model":"m","messages":[{"role":"assistant","toolCalls":[{"id":"1","name":"add","arguments":"{}"}]},\
                {"role":"tool","toolCallId":"1","content":"2"},{"role":"assistant","content":"A: 2"}]}
                {"seedId":"s-1","model":"m","messages":[{"role":"critic","content":"Yes."}]}
                """);

        assertThat(read.bad())
                .containsExactly(new BadLine(2, "the role of a message is none of system, user, assistant and tool"));
        List<Message> messages = read.good().getFirst().candidate().getMessages();
        assertThat(messages).extracting(Message::getRole).containsExactly("user", "assistant", "tool", "assistant");
        assertThat(messages.get(1).getToolCalls()).containsExactly(new ToolCall("1", "add", "{}"));
        assertThat(messages.get(2).getToolCallId()).isEqualTo("1");
    }

    @Test
    void readsAConversationThatAsksWhatTheSeedAsks() throws IOException {
        Intake<ImportedCandidate> read = read("""
                {"seedId":"s-1","model":"m","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello."},\
                {"role":"assistant","content":"Yes?"},{"role":"user","content":"Tell me: What is 1 + 1?"},\
                {"role":"assistant","content":"A: 2","reasoning":"One more than 1."}]}
                {"seedId":"s-1","model":"m","messages":[{"role":"system","content":"Be brief."},{"role":"assistant","content":"A: 2"}]}
                {"seedId":"s-1","model":"m","messages":[{"role":"user","content":"What is 1 + 1?"},\
                {"role":"user","content":"No, what is 1 + 2?"},{"role":"assistant","content":"A: 2"}]}
                {"seedId":"s-1","model":"m","completion":"A: 2","reasoning":"One more than 1."}
                """);

        assertThat(read.bad()).containsExactly(new BadLine(3, "the last question of its messages is not the seed's"));
        assertThat(messages(read, 0))
                .extracting(Message::getContent)
                .containsExactly("Be brief.", "Hello.", "Yes?", "Tell me: What is 1 + 1?", "A: 2");
        assertThat(messages(read, 0).getLast().getReasoning()).isEqualTo("One more than 1.");
        assertThat(messages(read, 1))
                .extracting(Message::getContent)
                .containsExactly("Be brief.", "What is 1 + 1?", "A: 2");
        assertThat(messages(read, 2).getLast().getReasoning()).isEqualTo("One more than 1.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "tool", "system"})
    void takesNobodysWordsForTheAssistants(String role) throws IOException {
        assertThat(read("""
                {"seedId":"s-1","model":"m","messages":[{"role":"user","content":"What is 1 + 1?"},\
                {"role":"%s","content":"What is 1 + 1? A: 2"}]}
                """.formatted(role)).bad())
                .containsExactly(new BadLine(1, "the last of its messages is not the assistant's"));
    }

    @Test
    void keepsWhatItsMakerNotesInTheRecordsOwnFields() throws IOException {
        Candidate candidate = read("""
                {"seedId":"s-1","model":"m","completion":"A: 2","strategy":{"name":"evolve","version":"3"},\
                "prompt":{"templateId":"solve","version":"2","hash":"ab","variables":{"n":"1"}},\
                "sampling":{"temperature":0.7,"topP":1,"maxTokens":900,"seed":-5},\
                "usage":{"inputTokens":9,"outputTokens":0,"costMicros":3,"priceTableVersion":"p"},\
                "finishReason":"stop","latencyMillis":1200,"license":"CC-BY-4.0"}
                """).good().getFirst().candidate();

        assertThat(candidate.getStrategy()).isEqualTo(new StrategyRef("import:evolve", "3"));
        assertThat(candidate.getPrompt()).isEqualTo(new PromptRef("solve", "2", "ab", Map.of("n", "1")));
        assertThat(candidate.getSampling()).isEqualTo(new Sampling(0.7, 1.0, 900, -5L));
        assertThat(candidate.getUsage()).isEqualTo(new Usage(9L, 0L, 3L, "p"));
        assertThat(candidate.getFinishReason()).isEqualTo("stop");
        assertThat(candidate.getLatencyMillis()).isEqualTo(1200);
        assertThat(candidate.getProvenance().getLicence()).isEqualTo("CC-BY-4.0");
        assertThat(candidate.getForeign()).isEmpty();
        assertThat(candidate.getId())
                .isEqualTo(RecordIds.candidate("s-1", new StrategyRef("import:evolve", "3"), 0))
                .isNotEqualTo(id(0));
    }

    @Test
    void carriesWhateverElseTheLineSaysAsText() throws IOException {
        Candidate candidate = read("""
                {"id":"x-17","seedId":"s-1","model":"m","completion":"A: 2","expectedCorrect":false,"grade":4.50,"empty":null,\
                "trail":[{"at":1},"b"],"usage":{"inputTokens":9,"outputTokens":1,"reasoningTokens":7},\
                "createdAt":"2025-03-01T13:00:00+01:00","licence":"MIT","prompt":"What is 1 + 1?"}
                """).good().getFirst().candidate();

        assertThat(candidate.getForeign())
                .containsOnly(
                        entry("id", "x-17"),
                        entry("grade", "4.5"),
                        entry("trail", "[{\"at\":1},\"b\"]"),
                        entry("usage.reasoningTokens", "7"),
                        entry("createdAt", "2025-03-01T12:00:00Z"),
                        entry("licence", "MIT"),
                        entry("prompt", "What is 1 + 1?"));
        assertThat(candidate.getProvenance().getCreatedAt()).isEqualTo(Instant.EPOCH);
        assertThat(candidate.getProvenance().getLicence()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'prompt':{'version':'1'} | field 'prompt.templateId' is missing",
                "'prompt':{'templateId':'a','variables':{'n':1}} | field 'prompt.variables.n' is not a text",
                "'sampling':{'temperature':'0.7'} | field 'sampling.temperature' is not a number from 0 to 100",
                "'sampling':{'topP':1.5} | field 'sampling.topP' is not a number from 0 to 1",
                "'sampling':{'maxTokens':0} | field 'sampling.maxTokens' is not a whole number from 1 to 2147483647",
                "'usage':{'inputTokens':9} | field 'usage.outputTokens' is missing",
                "'finishReason':7 | field 'finishReason' is not a text",
                "'latencyMillis':-1 | field 'latencyMillis' is not a whole number from 0 to 9223372036854775807",
                "'createdAt':'yesterday' | field 'createdAt' is no date with a time and an offset",
                "'strategy':'evolve' | field 'strategy' is not an object",
                "'strategy':{} | field 'strategy.name' is missing",
                "'license':7 | field 'license' is not a text",
                "'reasoning':7 | field 'reasoning' is not a text",
                "'a\\u001bb':7 | the name of a further field must be 1 to 200 characters on one line"
            })
    void leavesOutALineWithAFieldOfAnotherForm(String field, String reason) throws IOException {
        assertThat(read("{\"seedId\":\"s-1\",\"model\":\"m\",\"completion\":\"A: 2\",%s}"
                                .formatted(field.replace('\'', '"')))
                        .bad())
                .containsExactly(new BadLine(1, reason));
    }

    @Test
    void carriesNoMoreThanItsBounds() throws IOException {
        String many = IntStream.range(0, 65)
                .mapToObj(n -> ",\"f%d\":%d".formatted(n, n))
                .collect(Collectors.joining());

        assertThat(read("{\"seedId\":\"s-1\",\"model\":\"m\",\"completion\":\"A: 2\"%s}".formatted(many))
                        .bad())
                .containsExactly(new BadLine(1, "more than 64 further fields"));
    }

    @Test
    void takesFewDifferentStrategies() throws IOException {
        String lines = IntStream.range(0, 34)
                .mapToObj(n ->
                        "{\"seedId\":\"s-1\",\"model\":\"m\",\"completion\":\"A: 2\",\"strategy\":{\"name\":\"s%d\"}}\n"
                                .formatted(n % 33))
                .collect(Collectors.joining());

        assertThat(read(lines).bad()).containsExactly(new BadLine(33, "more than 32 strategies in one file"));
    }

    private static List<Message> messages(Intake<ImportedCandidate> read, int index) {
        return read.good().get(index).candidate().getMessages();
    }

    private static String id(int index) {
        return RecordIds.candidate("s-1", new StrategyRef("import", "1"), index);
    }

    private Intake<ImportedCandidate> read(String candidates) throws IOException {
        Path seedFile = Files.writeString(directory.resolve("seeds.jsonl"), SEED);
        Path candidateFile = Files.writeString(directory.resolve("candidates.jsonl"), candidates);
        List<Seed> seeds = SeedLines.read(seedFile, SUBMISSION).good();
        return CandidateLines.read(candidateFile, seeds, SUBMISSION);
    }
}
