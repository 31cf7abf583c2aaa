package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.process.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ObjectMapper json = new ObjectMapper();
    private final String dataset = "group-" + UUID.randomUUID();

    @TempDir
    private Path out;

    private List<String> ids = List.of();

    @BeforeEach
    void importFourAnswersToOneQuestion() throws IOException {
        Path seeds = Files.writeString(out.resolve("seeds.jsonl"), """
                {"id":"%1$s-1","kind":"math","prompt":"2 + 2? (%1$s)","reference":{"answer":"4"},"source":{"name":"it"}}
                """.formatted(dataset));
        Path candidates = Files.writeString(out.resolve("candidates.jsonl"), """
                {"seedId":"%1$s-1","model":"m","completion":"It is 4.\\nAnswer: 4"}
                {"seedId":"%1$s-1","model":"m","completion":"Two and two more is what anybody can count.\\nAnswer: 4"}
                {"seedId":"%1$s-1","model":"m","completion":"It is 5.\\nAnswer: 5"}
                {"seedId":"%1$s-1","model":"m","completion":"Two twos are twenty-two, since they stand so.\\nAnswer: 22"}
                """.formatted(dataset));

        ids = TestFactory.imported(dataset, seeds, candidates).stream()
                .map(verdict -> verdict.get("candidateId").asText())
                .toList();
    }

    @Test
    void theAnswersToAQuestionAreComparedAndExportedInPairs() throws IOException {
        JsonNode first = group(ids.getFirst(), group -> group.path("siblings").size() == 3);

        assertThat(first.path("passRate").asDouble()).isEqualTo(0.5);
        assertThat(first.path("best").asText()).isEqualTo(ids.getFirst());
        assertThat(first.path("preferredTo").asText()).isEqualTo(ids.get(2));
        assertThat(TestFactory.millrace("lineage", ids.getLast()).out()).contains("rejected for " + ids.get(1));
        assertThat(exported("pairs", "--format=dpo")).hasSize(2);
        assertThat(json.readTree(out.resolve("pairs/pairs.json").toFile())
                        .at("/written/pairs")
                        .asInt())
                .isEqualTo(2);
        assertThat(exported("best", "--format=chat", "--best-of-n"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(ids.getFirst().substring(2)));

        TestFactory.Said said =
                TestFactory.millrace("withdraw", dataset, ids.getFirst(), "--reason=a test", "--by=somebody");

        assertThat(said.status()).as(said.err()).isZero();
        JsonNode second = group(ids.get(1), group -> group.path("best").asText().equals(ids.get(1)));
        assertThat(second.path("siblings").toString()).contains("\"withdrawn\":true");
        assertThat(exported("fewer", "--format=dpo"))
                .singleElement()
                .satisfies(
                        line -> assertThat(line).doesNotContain(ids.getFirst().substring(2)));
    }

    /** The group of a record, once it is as expected. */
    private JsonNode group(String id, Predicate<JsonNode> expected) {
        assertThat(Deadline.after(PATIENCE).await(() -> expected.test(group(id))))
                .as("the group of %s, which is %s", id, group(id))
                .isTrue();
        return group(id);
    }

    private JsonNode group(String id) {
        try {
            return json.readTree(TestFactory.millrace("lineage", id, "--json").out())
                    .path("group");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> exported(String name, String... how) throws IOException {
        var arguments = new ArrayList<>(List.of("export", dataset, "--out=" + out.resolve(name)));
        arguments.addAll(List.of(how));
        TestFactory.Said said = TestFactory.millrace(arguments.toArray(String[]::new));
        assertThat(said.status()).as(said.err()).isZero();
        List<String> lines = new ArrayList<>();
        try (var files = Files.list(out.resolve(name))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }
}
