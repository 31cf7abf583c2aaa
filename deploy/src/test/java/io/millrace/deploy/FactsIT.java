package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims that the factory's own recipe cannot judge, judged again by facts that are loaded. */
class FactsIT {

    private static final String RECIPE =
            "checks: [{check: reference-facts, settings: {topic: facts, maxMegabytes: 8}}]";

    private final ObjectMapper json = new ObjectMapper();
    private final String mill = "mill-" + UUID.randomUUID();
    private final Instant start = Instant.now();

    @TempDir
    private Path directory;

    @Test
    void claimsAreJudgedByTheFactsThatWereLoadedLast() throws IOException {
        importClaim(12);

        assertThat(load(fact("\"12\"") + "\nno fact").status()).isEqualTo(1);
        assertThat(shown()).isEqualTo(mill + ", Height: 12 (survey)");
        assertThat(changes().fieldNames()).toIterable().containsExactly("newly-accepted");

        assertThat(load(fact("\"13\"")).status()).isZero();
        assertThat(changes().fieldNames()).toIterable().containsExactly("newly-rejected");

        assertThat(load(fact("")).status()).isZero();
        assertThat(TestFactory.millrace("facts", "show", mill).status()).isEqualTo(1);
        assertThat(changes()).isEmpty();
    }

    private void importClaim(int height) throws IOException {
        Path seeds = write("seeds.jsonl", """
            {"id": "%1$s", "kind": "chat", "prompt": "How high is the %1$s?", "source": {"name": "facts"}, \
            "reference": {"claims": {"subjects": ["%1$s"]}}}
            """.formatted(mill));
        Path candidates = write("candidates.jsonl", """
            {"seedId": "%1$s", "model": "m", \
            "completion": "[{\\"subject\\": \\"%1$s\\", \\"relation\\": \\"height\\", \\"value\\": %2$d}]"}
            """.formatted(mill, height));
        TestFactory.Said said = TestFactory.millrace(
                "import", "--json", "--seeds=" + seeds, "--candidates=" + candidates, "--out=" + directory);
        assertThat(said.status()).as(said.out() + said.err()).isZero();
        assertThat(json.readTree(said.out()).get("undecided").asInt()).isEqualTo(1);
    }

    private TestFactory.Said load(String lines) throws IOException {
        return TestFactory.millrace("facts", "load", write("facts.jsonl", lines).toString());
    }

    private String fact(String values) {
        return "{\"subject\": \"%s\", \"relation\": \"Height\", \"values\": [%s], \"source\": \"survey\"}"
                .formatted(mill, values);
    }

    private String shown() {
        return TestFactory.millrace("facts", "show", mill.toUpperCase(Locale.ROOT))
                .out()
                .strip();
    }

    private JsonNode changes() throws IOException {
        TestFactory.Said said = TestFactory.millrace(
                "verify", "--replay", "--json", "--since=" + start, "--recipe=" + write("recipe.yaml", RECIPE));
        assertThat(said.status()).as(said.out() + said.err()).isZero();
        return json.readTree(said.out()).get("changes");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
