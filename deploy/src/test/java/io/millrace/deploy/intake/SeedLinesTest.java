package io.millrace.deploy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.MathTask;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Split;
import io.millrace.schemas.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
                        .setMath(new MathTask("What is 1 + 1?", "2"))
                        .build());
        assertThat(seed.getSource().getLicence()).isEqualTo("MIT");
        assertThat(seed.getProvenance().getGenerationDepth()).isZero();
        assertThat(seed.getProvenance().getSynthetic()).isFalse();
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
                        new BadLine(6, "kind is none of math, text and code"));
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
