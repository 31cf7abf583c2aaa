package io.millrace.deploy.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.intake.BadLine;
import io.millrace.deploy.intake.Submission;
import io.millrace.deploy.material.Rows;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.yaml.YamlFile;
import io.millrace.generator.rule.Families;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.Supply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** Recipes of tests, read as the command reads them. */
final class Written {

    static final Submission SUBMISSION = new Submission("run-1", "drilled", Instant.EPOCH);

    static final Families FAMILIES = new Families();

    private Written() {}

    /** What a recipe says without the two fields that every recipe needs. */
    static String with(String rest) {
        return "recipe: drilled\ntarget: {accepted: 100}\n" + rest;
    }

    static Plan plan(Path directory, String text) {
        return plan(directory, root(directory, text));
    }

    private static Plan plan(Path directory, Node root) {
        var problems = new Problems();
        Optional<Plan> plan = new RecipeReader(FAMILIES, directory, problems).read(root);
        assertThat(problems.inOrder()).isEmpty();
        return plan.orElseThrow();
    }

    static Map<String, RecipeCell> cells(Path directory, String text) {
        return cells(directory, root(directory, text));
    }

    static Map<String, RecipeCell> cells(Path file) {
        return cells(file.resolveSibling(""), root(file));
    }

    private static Map<String, RecipeCell> cells(Path directory, Node root) {
        Plan plan = plan(directory, root);
        var problems = new Problems();
        List<RecipeCell> cells = new Supplies(plan, FAMILIES, stock(plan), problems).cells();
        assertThat(problems.inOrder()).isEmpty();
        return cells.stream().collect(Collectors.toMap(RecipeCell::getName, Function.identity()));
    }

    /** What its files give, kept nowhere. */
    static Stock stock(Plan plan) {
        return stock(plan, PageSink.NOWHERE);
    }

    static Stock stock(Plan plan, PageSink sink) {
        return Stock.of(plan, new Rows(SUBMISSION, Written::noFactory), sink);
    }

    private static Connection noFactory() {
        throw new AssertionError("Nothing here needs a factory");
    }

    static Map<String, Supply> supplies(Map<String, RecipeCell> cells, String cell) {
        return Objects.requireNonNull(cells.get(cell)).getSupplies().stream()
                .collect(Collectors.toMap(Supply::getName, Function.identity()));
    }

    static Supply supply(Map<String, RecipeCell> cells, String cell, String name) {
        return Objects.requireNonNull(supplies(cells, cell).get(name));
    }

    /** Everything that is wrong with a recipe, whatever stage finds it. */
    static List<String> problems(Path directory, String text) {
        var problems = new Problems();
        new RecipeReader(FAMILIES, directory, problems)
                .read(root(directory, text))
                .ifPresent(plan -> assertThat(new Supplies(plan, FAMILIES, stock(plan), problems).cells())
                        .isNotNull());
        return problems.inOrder().stream().map(Written::line).toList();
    }

    private static String line(BadLine line) {
        return line.line() + ": " + line.reason();
    }

    static Node root(Path directory, String text) {
        try {
            return root(Files.writeString(directory.resolve("recipe.yaml"), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Node root(Path file) {
        return YamlFile.root(file);
    }
}
