package io.millrace.deploy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.ToolCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                {"seedId":"s-1","model":"m","messages":[{"role":"user","content":"Yes."}]}
                """);

        assertThat(read.bad()).containsExactly(new BadLine(2, "a message is neither the assistant's nor a tool's"));
        List<Message> messages = read.good().getFirst().candidate().getMessages();
        assertThat(messages).extracting(Message::getRole).containsExactly("user", "assistant", "tool", "assistant");
        assertThat(messages.get(1).getToolCalls()).containsExactly(new ToolCall("1", "add", "{}"));
        assertThat(messages.get(2).getToolCallId()).isEqualTo("1");
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
