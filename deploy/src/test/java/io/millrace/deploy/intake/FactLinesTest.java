package io.millrace.deploy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactLinesTest {

    @TempDir
    private Path directory;

    @Test
    void readsEveryValueAndTheSourceIfThereIsOne() throws IOException {
        Intake<Fact> facts = read("""
                {"subject":"gold","relation":"colour","values":["yellow","red"],"source":"handbook"}
                {"subject":"gold","relation":"symbol","values":[]}
                """);

        assertThat(facts.bad()).isEmpty();
        assertThat(facts.good())
                .containsExactly(
                        new Fact("gold", "colour", List.of("yellow", "red"), "handbook"),
                        new Fact("gold", "symbol", List.of(), null));
    }

    @Test
    void takesTheGoodLinesAndNamesTheBadOnes() throws IOException {
        Intake<Fact> facts = read("""
                {"subject":"gold","relation":"symbol","values":["Au"]}
                {"subject":"gold","relation":"colour"}
                {"subject":"gold","values":["Au"]}
                {"subject":"gold","relation":"number","values":[79]}
                {"subject":"gold","relation":"number","values":[" "]}
                {"subject":" GOLD","relation":"Symbol","values":["Ag"]}
                """);

        assertThat(facts.good()).extracting(Fact::getRelation).containsExactly("symbol");
        assertThat(facts.bad())
                .containsExactly(
                        new BadLine(2, "field 'values' is missing"),
                        new BadLine(3, "field 'relation' is missing"),
                        new BadLine(4, "field 'values' is not a list of texts"),
                        new BadLine(5, "field 'values' must hold at most 1000 texts of 1 to 500 characters"),
                        new BadLine(6, "line 1 is about the same subject and relation"));
    }

    private Intake<Fact> read(String lines) throws IOException {
        return FactLines.read(Files.writeString(directory.resolve("facts.jsonl"), lines));
    }
}
