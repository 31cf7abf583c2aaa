package io.millrace.evaluator.dataset;

import static io.millrace.evaluator.dataset.EvaluatedRecords.dropped;
import static io.millrace.evaluator.dataset.EvaluatedRecords.in;
import static io.millrace.evaluator.dataset.EvaluatedRecords.judged;
import static io.millrace.evaluator.dataset.EvaluatedRecords.kept;
import static io.millrace.evaluator.dataset.EvaluatedRecords.withCandidate;
import static io.millrace.evaluator.dataset.EvaluatedRecords.withSeed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Split;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.VerdictKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class CardTest {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\d+(?:\\.\\d+)?(?![\\w-])");
    private static final Evaluated WRONG = judged("s-w", 0, VerdictKind.REJECTED, CheckOutcome.FAIL, "?", "!");

    @TempDir
    private Path root;

    @Test
    void beginsWithAHeaderThatTheHubReads() throws IOException {
        Evaluated german = withSeed(kept("s-2", "2"), seed -> seed.setLanguage("de-CH"));

        Map<String, Object> header = header(write(1, kept("s-1", "2"), in(Split.TEST, german)));

        assertThat(header)
                .containsEntry("license", List.of("apache-2.0"))
                .containsEntry("language", List.of("de", "en"))
                .containsEntry("size_categories", List.of("n<1K"))
                .containsEntry("task_categories", List.of("text-generation", "question-answering"))
                .containsEntry(
                        "configs",
                        List.of(
                                Map.of(
                                        "config_name",
                                        "chat",
                                        "default",
                                        true,
                                        "data_files",
                                        List.of(
                                                Map.of("split", "train", "path", "train.jsonl"),
                                                Map.of("split", "test", "path", "test.jsonl"))),
                                Map.of(
                                        "config_name",
                                        "parquet",
                                        "default",
                                        false,
                                        "data_files",
                                        List.of(
                                                Map.of("split", "train", "path", "train.parquet"),
                                                Map.of("split", "test", "path", "test.parquet")))));
    }

    @Test
    void answersTheQuestionsOfAnAuditor() throws IOException {
        String card = write(1, kept("s-1", "2"), dropped(kept("s-2", "2")), WRONG);

        assertThat(card.lines().filter(line -> line.startsWith("## ")))
                .containsExactly(
                        "## What are the seeds?",
                        "## What made the records?",
                        "## What was left out, and why?",
                        "## Which records are held out?",
                        "## Where do the labels come from?",
                        "## What is rare, and is it protected?",
                        "## How varied are the records?",
                        "## What did they cost?",
                        "## What did the factory change since the version before?");
        assertThat(card)
                .contains("| `DROP` | `WRONG_ANSWER` | 1 | 0.3333 |")
                .contains("| `math-answer` | `1` | `c0` | `FAIL 1, PASS 2` |")
                .contains("There is no version to compare this one with.");
    }

    @Test
    void saysNoNumberThatTheManifestDoesNot() throws IOException {
        write(1, IntStream.range(0, 17).mapToObj(i -> kept("a-" + i, "2")).toArray(Evaluated[]::new));
        Evaluated[] records = Stream.concat(
                        IntStream.range(0, 23)
                                .mapToObj(i -> withCandidate(
                                        withSeed(kept("b-" + i, "2"), seed -> seed.setProtectedCase(true)),
                                        candidate -> candidate.setStrategy(new StrategyRef("rule", "4")))),
                        IntStream.range(0, 6)
                                .mapToObj(i -> judged(
                                        "c-" + i, 0, VerdictKind.REJECTED, CheckOutcome.FAIL, "What is it?", "!")))
                .toArray(Evaluated[]::new);

        String card = write(2, records);

        JsonNode manifest = new JsonMapper()
                .readTree(root.resolve("sums/v00002/manifest.json").toFile());
        Set<BigDecimal> known = scalars(manifest).flatMap(CardTest::numbers).collect(Collectors.toSet());
        assertThat(numbers(body(card))).isNotEmpty().isSubsetOf(known);
        assertThat(numbers(body(card))).contains(number("23"), number("17"), number("29"), number("0.2069"));
    }

    @Test
    void showsTextsFromOutsideAndObeysNone() throws IOException {
        String text = "a | b\n## c <script> ` [d](e) \\| f\u202e";

        String card =
                write(1, withSeed(kept("s-1", "2"), seed -> seed.setDomain(text).setDifficulty("---")));

        assertThat(card).contains("| `a \\| b ## c <script> ' [d](e) \\\\\\| f` | 1 |");
        assertThat(header(card)).containsKey("configs");
    }

    @Test
    void namesALicenceThatTheHubDoesNotKnowOther() throws IOException {
        Evaluated strange = withSeed(kept("s-1", "2"), seed -> seed);
        strange.getProvenance().put("licence", "LicenseRef: \"mine\"");

        assertThat(header(write(1, strange))).containsEntry("license", List.of("other"));
    }

    private String write(int version, Evaluated... records) throws IOException {
        var stored = StoredRecords.of(records);
        new DatasetWriter(root, stored, StoredRecords.NO_WITHDRAWALS, () -> 7).write(stored.cut(version));
        return Files.readString(
                root.resolve("sums").resolve(Versions.name(version)).resolve("README.md"));
    }

    private static Map<String, Object> header(String card) {
        String yaml = card.substring(card.indexOf("---\n") + 4, card.indexOf("\n---\n"));
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    private static String body(String card) {
        return card.substring(card.indexOf("\n---\n") + 5);
    }

    private static Stream<String> scalars(JsonNode node) {
        return node.isContainerNode()
                ? Stream.concat(
                        node.propertyStream().map(Map.Entry::getKey),
                        StreamSupport.stream(node.spliterator(), false).flatMap(CardTest::scalars))
                : Stream.of(node.asText());
    }

    private static Stream<BigDecimal> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).map(CardTest::number);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text).stripTrailingZeros();
    }
}
