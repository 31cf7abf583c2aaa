package io.millrace.deploy.command;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.intake.BadLine;
import io.millrace.deploy.recipe.Answer;
import io.millrace.deploy.recipe.RecipeIntake;
import io.millrace.deploy.recipe.SourceCount;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.Supply;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import picocli.CommandLine.ExitCode;

/** Submits one recipe and says what came of it. */
record RecipeSubmission(Console console, StateOption state, Path file, boolean change) {

    /** What the command says, for programs. */
    private record Submitted(
            String recipe,
            int revision,
            String submission,
            String dataset,
            List<Cell> cells,
            List<SourceCount> sources) {}

    private record Cell(String name, long target, List<String> supplies) {

        static Cell of(RecipeCell cell) {
            return new Cell(
                    cell.getName(),
                    cell.getTarget(),
                    cell.getSupplies().stream().map(Supply::getName).toList());
        }
    }

    int submit(Node root) {
        var intake = new RecipeIntake(state::connect, dataset -> Submissions.begin("submit", dataset));
        return switch (intake.take(file, root, change)) {
            case Answer.Fit<Recipe> taken -> show(taken.value(), taken.sources());
            case Answer.Refused<Recipe> refused -> refuse(refused.problems(), refused.sources());
        };
    }

    private int refuse(List<BadLine> problems, List<SourceCount> sources) {
        complain(sources);
        console.complain(file, problems);
        throw new OperatorException("The recipe does not fit, and nothing of it went in.");
    }

    private void complain(List<SourceCount> sources) {
        for (SourceCount source : sources) {
            source.examples()
                    .forEach(bad ->
                            console.complain(Path.of(bad.file()), List.of(new BadLine(bad.line(), bad.reason()))));
        }
    }

    private int show(Recipe recipe, List<SourceCount> sources) {
        complain(sources);
        List<Cell> cells = recipe.getCells().stream().map(Cell::of).toList();
        console.show(
                new Submitted(
                        recipe.getName(),
                        recipe.getRevision(),
                        recipe.getSubmission(),
                        recipe.getDataset(),
                        cells,
                        sources),
                text(recipe, cells, sources));
        return sources.stream().allMatch(source -> source.bad() == 0) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private String text(Recipe recipe, List<Cell> cells, List<SourceCount> sources) {
        String goal = recipe.getGoal().name().toLowerCase(Locale.ROOT);
        Stream<String> targets = cells.stream()
                .map(cell -> "  %-30s %,10d %s from %s"
                        .formatted(cell.name(), cell.target(), goal, String.join(", ", cell.supplies())));
        Stream<String> rows = sources.stream()
                .map(source -> "  %-30s %,10d rows brought in%s, %,d that fit no cell, %,d left out"
                        .formatted(
                                source.source(),
                                source.rows(),
                                HoldoutOption.text(source.heldOut()),
                                source.unplaced(),
                                source.bad()));
        return """
                Recipe %s, revision %d, makes the dataset %s as submission %s.
                %s
                Follow it with 'millrace recipes show %s'; see %s.""".formatted(
                        recipe.getName(),
                        recipe.getRevision(),
                        recipe.getDataset(),
                        recipe.getSubmission(),
                        Stream.concat(targets, rows).collect(Collectors.joining("\n")),
                        recipe.getName(),
                        state.require().addresses().dashboard());
    }
}
