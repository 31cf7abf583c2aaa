package io.millrace.deploy.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.intake.Submission;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileRowsTest {

    private static final Submission SUBMISSION = new Submission("run-1", "d", Instant.EPOCH);
    private static final RowForm MATH =
            new RowForm("s", Map.of("prompt", "Question", "reference.answer", "Answer"), Map.of("kind", "math"), false);
    private static final RowForm AS_IT_IS = new RowForm("s", Map.of(), Map.of("kind", "math"), false);

    @TempDir
    private Path directory;

    private final List<Seed> rows = new ArrayList<>();
    private final List<String> bad = new ArrayList<>();

    @Test
    void readsQuotedValuesOverSeveralLines() throws IOException {
        read("a.csv", MATH, "\uFEFFQuestion,Answer,More\r\n\"1, \"\"2\"\"\nor 3?\",2,\r\n\r\n4?,\" 5\",x\r\n");

        assertThat(bad).isEmpty();
        assertThat(rows.stream().map(Seed::getTask)).containsExactly(math("1, \"2\"\nor 3?", "2"), math("4?", " 5"));
    }

    @Test
    void columnsThatAreCalledAsFieldsAreThose() throws IOException {
        read("a.csv", AS_IT_IS, """
                id,prompt,reference.answer,source.real,protectedCase,difficulty,strategy
                x,1?,2,true,,hard,rule
                y,1?,2,perhaps,,,
                """);

        assertThat(rows).hasSize(1);
        Seed row = rows.getFirst();
        assertThat(row.getId()).isEqualTo("x");
        assertThat(row.getSource().getReal()).isTrue();
        assertThat(row.getProtectedCase()).isFalse();
        assertThat(row.getDifficulty()).isEqualTo("hard");
        assertThat(row.getStrategy().getName()).isEqualTo("distillation");
        assertThat(bad).containsExactly("3: field 'source.real' is not JSON");
    }

    @Test
    void namesTheLineOfEveryRecordThatDoesNotFit() throws IOException {
        read(
                "a.csv",
                MATH,
                "Question,Answer\n1?\n\"2\n?\",2\n3?,\n4?,4,4\n" + "x".repeat(200_000) + "," + "y".repeat(200_000)
                        + "\n5?,5\n");

        assertThat(rows.stream().map(Seed::getTask)).containsExactly(math("2\n?", "2"), math("5?", "5"));
        assertThat(bad)
                .containsExactly(
                        "2: has 1 values where there are 2 columns",
                        "5: field 'reference' is missing",
                        "6: has 3 values where there are 2 columns",
                        "7: longer than 262144 characters");
    }

    @Test
    void aQuotationWithoutEndIsNotReadWithoutEnd() throws IOException {
        read("a.csv", MATH, "Question,Answer\n1?,1\n\"2?,2\n" + "3?,3\n".repeat(100_000));

        assertThat(rows).hasSize(1);
        assertThat(bad).containsExactly("3: not CSV, or a value that is too long; nothing after it was read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,a\n1,2\n", "a,\n1,2\n"})
    void aHeaderNamesEveryColumnOnce(String text) {
        assertThatThrownBy(() -> read("a.csv", MATH, text))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("must name 1 to 1,000 columns, each once");
    }

    @Test
    void aFileOfAnotherEncodingIsNotGuessedAt() {
        assertThatThrownBy(() -> read("a.csv", MATH, "Question,Answer\n1\u20AC?,1\n", Charset.forName("windows-1252")))
                .isInstanceOf(OperatorException.class)
                .hasMessageEndingWith("a.csv is not UTF-8.");
    }

    @Test
    void whatIsMissingInJsonLinesComesFromTheDefaults() throws IOException {
        var form = new RowForm(
                "s",
                Map.of(),
                Map.of("kind", "math", "source.license", "MIT", "reference.answer", "7", "language", "de"),
                true);

        read("a.jsonl", form, """
                {"prompt":"1?","reference":{"answer":"1"},"source":{"license":null}}
                {"prompt":"2?","reference":null}
                {"prompt":"3?","source":"me"}
                """);

        assertThat(rows.stream().map(Seed::getTask)).containsExactly(math("1?", "1"), math("2?", "7"));
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.getSource().getLicence()).isEqualTo("MIT");
            assertThat(row.getSource().getName()).isEqualTo("s");
            assertThat(row.getLanguage()).isEqualTo("de");
            assertThat(row.getProtectedCase()).isTrue();
        });
        assertThat(bad).containsExactly("3: field 'source' is no object");
    }

    private static Task math(String problem, String answer) {
        return Task.newBuilder().setMath(new MathTask(problem, answer, null)).build();
    }

    private void read(String name, RowForm form, String text) throws IOException {
        read(name, form, text, StandardCharsets.UTF_8);
    }

    private void read(String name, RowForm form, String text, Charset charset) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text, charset);
        FileRows.read(file, form, SUBMISSION, new RowTaker() {
            @Override
            public void row(Seed seed) {
                rows.add(seed);
            }

            @Override
            public void bad(Path where, int line, String reason) {
                assertThat(where).isEqualTo(file);
                bad.add(line + ": " + reason);
            }
        });
    }
}
