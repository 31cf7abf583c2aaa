package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path out;

    @Test
    void accountsForEverySeedAndLeavesADataset() throws IOException {
        TestFactory.Said said = TestFactory.millrace("demo", "--seeds", "200", "--exit", "--out", out.toString());

        assertThat(said.status()).as(said.out() + said.err()).isZero();
        JsonNode report = json.readTree(out.resolve("report.json").toFile());
        assertThat(report.get("seeds").asInt()).isEqualTo(200);
        assertThat(report.get("unaccounted").asInt()).isZero();
        assertThat(report.get("falseAccepts").asInt()).isZero();
        assertThat(report.get("rejected").asInt()).isPositive();
        assertThat(linesIn("dataset/chat")).isEqualTo(report.get("kept").asInt());
        assertThat(said.out()).contains("by generator-service", "by verifier-service", "by evaluator-service");
    }

    @Test
    void takesTheGoodLinesOfASubmissionAndFailsForTheBad() throws IOException {
        Path file = Files.writeString(out.resolve("seeds.jsonl"), """
                {"id":"it-1","kind":"math","prompt":"1 + 1?","reference":{"answer":"2"},"source":{"name":"it"}}
                nonsense
                """);

        TestFactory.Said said = TestFactory.millrace("submit", file.toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).startsWith("1 seeds went in");
        assertThat(said.err()).contains("seeds.jsonl, line 2: not JSON");
    }

    @Test
    void saysWhichIdsHaveALineage() {
        TestFactory.Said said = TestFactory.millrace("lineage", "demo/arithmetic-1-0-rule");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err())
                .startsWith("'demo/arithmetic-1-0-rule' is not the id of a candidate, a verdict or a decision")
                .contains("c-, v- or e-");
    }

    @Test
    void comparesImportedCandidatesWithWhatIsKnownOfThem() throws IOException {
        Path seeds = Files.writeString(out.resolve("seeds.jsonl"), """
                {"id":"it-2","kind":"math","prompt":"2 + 2?","reference":{"answer":"4"},"source":{"name":"it"}}
                """);
        Path candidates = Files.writeString(out.resolve("candidates.jsonl"), """
                {"seedId":"it-2","model":"m","completion":"Answer: 4","expectedCorrect":true}
                {"seedId":"it-2","model":"m","completion":"Answer: 5","expectedCorrect":false}
                """);

        TestFactory.Said said = TestFactory.millrace(
                "import", "--seeds", seeds.toString(), "--candidates", candidates.toString(), "--out", out.toString());

        assertThat(said.status()).as(said.out() + said.err()).isZero();
        assertThat(said.out()).contains("100.00 %");
        List<String> verdicts = Files.readAllLines(out.resolve("verdicts.jsonl"));
        assertThat(verdicts).hasSize(2);
        assertThat(json.readTree(verdicts.get(0)).get("verdict").asText()).isEqualTo("ACCEPTED");
        assertThat(json.readTree(verdicts.get(1)).get("reason").asText()).isEqualTo("WRONG_ANSWER");
    }

    private int linesIn(String directory) throws IOException {
        int lines = 0;
        try (var files = Files.newDirectoryStream(out.resolve(directory))) {
            for (Path file : files) {
                lines += Files.readAllLines(file).size();
            }
        }
        return lines;
    }
}
