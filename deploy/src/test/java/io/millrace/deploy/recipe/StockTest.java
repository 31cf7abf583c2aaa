package io.millrace.deploy.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.MaterialPage;
import io.millrace.schemas.MaterialPlace;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Split;
import io.millrace.schemas.Supply;
import io.millrace.schemas.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockTest {

    private static final String SCHOOL = """
            mixture: {difficulty: {"1": 1, "2": 1}}
            sources:
              school:
                file: problems.jsonl
                fields: {prompt: question, reference.answer: answer.value, difficulty: level, id: nr}
                defaults: {kind: math, source.license: MIT, source.name: gsm, source.real: true, domain: school}
                passes: 3
                protected: true
            strategies: [{strategy: distillation, source: school, samples: 5, models: {large: 3, small: 1}}]
            """;

    @TempDir
    private Path directory;

    private final Map<String, MaterialPage> pages = new LinkedHashMap<>();
    private final List<Seed> held = new ArrayList<>();
    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("problems.jsonl");
    }

    @Test
    void rowsBecomeSeedsOfTheCellThatTheyFit() throws IOException {
        write("""
                {"question":"1+1?","answer":{"value":2},"level":1}
                {"question":"2+2?","answer":{"value":"4"},"level":"2","nr":"mine"}
                {"question":"3+3?","answer":{"value":"6"},"level":2}
                {"question":"4+4?","answer":{"value":"8"},"level":9}
                """);

        Stock stock = stock(SCHOOL);

        assertThat(stock.counts()).containsExactly(new SourceCount("school", 3, 1, 0, 0, List.of()));
        assertThat(pages).containsOnlyKeys("drilled/school/*/1/*/0", "drilled/school/*/2/*/0");
        List<Seed> second = page("drilled/school/*/2/*/0").getRows();
        assertThat(second.stream().map(Seed::getId)).containsExactly("mine", "school-3");
        Seed mine = second.getFirst();
        assertThat(mine.getTask())
                .isEqualTo(Task.newBuilder()
                        .setMath(new MathTask("2+2?", "4", null))
                        .build());
        assertThat(mine.getSource().getName()).isEqualTo("gsm");
        assertThat(mine.getSource().getReal()).isTrue();
        assertThat(mine.getSource().getLicence()).isEqualTo("MIT");
        assertThat(mine.getProtectedCase()).isTrue();
        assertThat(mine.getDomain()).isEqualTo("school");
        assertThat(mine.getSubmission()).isEqualTo("run-1");
    }

    @Test
    void suppliesKnowWhereTheirRowsLieAndHowOftenTheyAreGoneThrough() throws IOException {
        write("""
                {"question":"1+1?","answer":{"value":2},"level":1}
                {"question":"2+2?","answer":{"value":4},"level":2}
                {"question":"3+3?","answer":{"value":6},"level":2}
                """);

        Map<String, RecipeCell> cells = Written.cells(directory, Written.with(SCHOOL));
        Supply large = Written.supply(cells, "*/2/*", "school/large");

        assertThat(large.getItems()).isEqualTo(6);
        assertThat(large.getMaterial())
                .hasSize(1)
                .first()
                .extracting(MaterialPlace::getRows)
                .isEqualTo(2);
        assertThat(large.getWeight()).isEqualTo(0.75);
        assertThat(large.getSamples()).isEqualTo(5);
        assertThat(Written.supply(cells, "*/1/*", "school/small").getItems()).isEqualTo(3);
    }

    @Test
    void passesWithoutEndAreNoNumberOfItems() throws IOException {
        write("""
                {"question":"1+1?","answer":{"value":2},"level":1}
                {"question":"1+1?","answer":{"value":2},"level":2}
                """);

        for (String passes : List.of("0", "unlimited")) {
            String recipe = Written.with(SCHOOL.replace("passes: 3", "passes: " + passes));
            Supply supply = Written.supply(Written.cells(directory, recipe), "*/1/*", "school/large");
            assertThat(supply.getItems()).isNull();
        }
    }

    @Test
    void badRowsAreCountedWithTheirLinesAndTheGoodOnesGoIn() throws IOException {
        write("""
                {"question":"1+1?","answer":{"value":1.50},"level":1}
                not JSON
                {"question":"1+1?","level":1}
                {"question":"1+1?","answer":{"value":2},"level":1,"nr":"a"}
                {"question":"1+1?","answer":{"value":2},"level":1,"nr":"a"}
                """);

        SourceCount count = stock(SCHOOL).counts().getFirst();

        assertThat(count.rows()).isEqualTo(1);
        assertThat(count.bad()).isEqualTo(4);
        assertThat(count.examples())
                .extracting(bad -> bad.line() + ": " + bad.reason())
                .containsExactly(
                        "1: field 'reference.answer' is a decimal number, which may have lost digits; make it a text",
                        "2: not JSON: error at column 4",
                        "3: field 'reference' is missing",
                        "5: the same id as line 4");
    }

    @Test
    void pagesAreBoundedInRowsAndBytes() throws IOException {
        String plain = IntStream.range(0, 450)
                .mapToObj("{\"question\":\"%d?\",\"answer\":{\"value\":1},\"level\":1}\n"::formatted)
                .collect(Collectors.joining());
        String large = IntStream.range(0, 7)
                .mapToObj(row ->
                        "{\"question\":\"%s\",\"answer\":{\"value\":1},\"level\":2}\n".formatted("x".repeat(100_000)))
                .collect(Collectors.joining());
        write(plain + large);

        Stock stock = stock(SCHOOL);

        assertThat(stock.counts().getFirst().rows()).isEqualTo(457);
        assertThat(rows("*/1/*")).containsExactly(200, 200, 50);
        assertThat(rows("*/2/*")).containsExactly(2, 2, 2, 1);
        assertThat(pages.values())
                .allSatisfy(page -> assertThat(Encoded.size(page)).isLessThan(300 * 1024));
        assertThat(pages.values().stream()
                        .flatMap(page -> page.getRows().stream())
                        .map(Seed::getId))
                .doesNotHaveDuplicates();
    }

    @Test
    void aRowWithoutFieldsIsASeedLineAndItsStrategyIsTheRecipes() throws IOException {
        write("""
                {"id":"t-1","kind":"text","prompt":"?","reference":{"answer":"!"},"source":{"name":"own","split":"validation"},\
                "samples":9,"budget":{"tokens":1},"strategy":{"name":"x","parameters":{"a":"b"}}}
                """);

        Stock stock =
                stock("sources: {own: {file: problems.jsonl}}\nstrategies: [{strategy: distillation, source: own}]\n");

        assertThat(stock.counts().getFirst().rows()).isEqualTo(1);
        Seed seed = page("drilled/own/*/*/*/0").getRows().getFirst();
        assertThat(seed.getSplit()).isEqualTo(Split.VALIDATION);
        assertThat(seed.getSamples()).isEqualTo(1);
        assertThat(seed.getBudget()).isNull();
        assertThat(seed.getStrategy().getParameters()).isEmpty();
    }

    @Test
    void everyDocumentOfADirectoryIsARow() throws IOException {
        Path documents = Files.createDirectories(directory.resolve("policies/sub dir"));
        Files.writeString(documents.resolve("refunds.md"), "Intro\n\n# Refunds & returns\n\n§1 Within 30 days.\n");
        Files.writeString(directory.resolve("policies/a.txt"), "Plain text.");
        Files.write(directory.resolve("policies/b.txt"), new byte[] {(byte) 0xff, 0});
        Files.writeString(directory.resolve("policies/c.txt"), "x".repeat(100_001));
        Files.writeString(directory.resolve("policies/image.png"), "no document");
        Files.createSymbolicLink(directory.resolve("policies/d.md"), documents.resolve("refunds.md"));

        Stock stock = stock("""
                sources: {policies: {documents: policies, defaults: {domain: support}, passes: 100}}
                strategies: [{strategy: grounded-qa, source: policies}]
                """);

        SourceCount count = stock.counts().getFirst();
        assertThat(count.rows()).isEqualTo(2);
        assertThat(count.examples())
                .extracting(SourceCount.BadRow::reason)
                .containsExactly("not UTF-8", "a document has 1 to 100000 characters");
        List<Seed> rows = page("drilled/policies/*/*/*/0").getRows();
        assertThat(rows.stream().map(Seed::getId)).containsExactly("a.txt", "sub-dir-refunds.md");
        assertThat(rows.getLast().getTask()).asString().contains("\"title\": \"Refunds & returns\"");
        assertThat(rows.getLast().getDomain()).isEqualTo("support");
    }

    @Test
    void filesThatDoNotFitAreProblemsOfTheirLines() throws IOException {
        write("{}");
        String recipe = Written.with("""
                sources:
                  a: {file: nowhere.jsonl}
                  b: {file: problems.exe}
                  c: {documents: nowhere}
                  d: {file: problems.jsonl, fields: {strategy.name: x, prompt: y}}
                  e: {file: problems.jsonl, family: countdown}
                  f: {file: problems.jsonl, levels: [1]}
                  g: {dataset: ../x}
                  h: {file: problems.jsonl, passes: -1}
                strategies: [{strategy: rule, source: a}]
                """);

        assertThat(Written.problems(directory, recipe))
                .satisfiesExactly(
                        a -> assertThat(a).isEqualTo("4: field 'sources.a.file' names no file that can be read"),
                        b -> assertThat(b)
                                .startsWith("5: field 'sources.b.file' must end in .jsonl, .ndjson, .csv, .parquet"),
                        c -> assertThat(c).isEqualTo("6: field 'sources.c.documents' names no directory"),
                        d -> assertThat(d).contains("7: field 'sources.d.fields.strategy.name' is no field of a seed"),
                        e -> assertThat(e).isEqualTo("8: a source is one of family, file, documents, dataset"),
                        f -> assertThat(f).startsWith("9: there is no field 'sources.f.levels'; there are file, "),
                        g -> assertThat(g).isEqualTo("10: field 'sources.g.dataset' is no dataset's name"),
                        h -> assertThat(h).startsWith("11: field 'sources.h.passes' must be a whole number from 0 to"),
                        rule -> assertThat(rule).contains("is nothing that strategy rule can start from"));
    }

    @Test
    void aSourceWithoutAnyRowThatFitsLeavesItsCellUnfed() throws IOException {
        write("{\"question\":\"1+1?\",\"answer\":{\"value\":2},\"level\":7}\n");

        assertThat(Written.problems(directory, Written.with(SCHOOL)))
                .containsExactly(
                        "11: nothing feeds the cell */1/*",
                        "11: nothing feeds the cell */2/*",
                        "11: nothing that strategy distillation makes here fits a cell");
    }

    @Test
    void rowsThatAreHeldOutAreNoMaterial() throws IOException {
        String many = IntStream.range(0, 200)
                .mapToObj("{\"question\":\"%d?\",\"answer\":{\"value\":1},\"level\":1}\n"::formatted)
                .collect(Collectors.joining());
        write(many + "{\"question\":\"Own?\",\"answer\":{\"value\":1},\"level\":2}\n");

        SourceCount tenth = stock("holdout: 0.1\n" + SCHOOL).counts().getFirst();
        List<String> lesser = heldOut();
        stock("holdout: 0.5\n" + SCHOOL);

        assertThat(tenth.heldOut()).isBetween(5L, 40L);
        assertThat(tenth.rows() + tenth.heldOut()).isEqualTo(201);
        assertThat(held).allSatisfy(seed -> assertThat(seed.getSplit()).isEqualTo(Split.TEST));
        assertThat(heldOut()).hasSizeGreaterThan(lesser.size()).containsAll(lesser);
    }

    @Test
    void whatIsForTestingIsHeldOutWithoutAShare() throws IOException {
        write("""
                {"question":"1+1?","answer":{"value":2},"level":1,"part":"test"}
                {"question":"2+2?","answer":{"value":4},"level":1,"part":"train"}
                {"question":"3+3?","answer":{"value":6},"level":2,"part":"train"}
                """);

        stock(SCHOOL.replace("id: nr", "id: nr, source.split: part"));

        assertThat(heldOut()).containsExactly("school-1");
    }

    private List<String> heldOut() {
        return held.stream().map(Seed::getId).distinct().toList();
    }

    private MaterialPage page(String key) {
        return Objects.requireNonNull(pages.get(key));
    }

    private List<Integer> rows(String cell) {
        return pages.entrySet().stream()
                .filter(page -> page.getKey().startsWith("drilled/school/" + cell + "/"))
                .map(page -> page.getValue().getRows().size())
                .toList();
    }

    private Stock stock(String rest) {
        Plan plan = Written.plan(directory, Written.with(rest));
        pages.clear();
        held.clear();
        return Written.stock(plan, new PageSink() {
            @Override
            public CompletableFuture<MaterialPlace> put(String key, MaterialPage page) {
                assertThat(pages.put(key, page)).isNull();
                return CompletableFuture.completedFuture(
                        new MaterialPlace(0, (long) pages.size(), page.getRows().size()));
            }

            @Override
            public void hold(Seed row) {
                held.add(row);
            }
        });
    }

    private void write(String lines) throws IOException {
        Files.writeString(file, lines, StandardCharsets.UTF_8);
    }
}
