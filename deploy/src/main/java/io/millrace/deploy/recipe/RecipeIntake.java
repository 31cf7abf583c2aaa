package io.millrace.deploy.recipe;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.intake.Submission;
import io.millrace.deploy.stream.Connection;
import io.millrace.generator.rule.Families;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.Node;

/** Brings recipes into a factory. */
public final class RecipeIntake {

    private final Supplier<Connection> factory;
    private final Function<String, Submission> submissions;
    private final Families families = new Families();

    /**
     * An intake.
     *
     * @param factory is asked for once the recipe is known to be sound
     * @param submissions begins a submission to a dataset
     */
    public RecipeIntake(Supplier<Connection> factory, Function<String, Submission> submissions) {
        this.factory = factory;
        this.submissions = submissions;
    }

    /**
     * Takes a recipe, unless it does not fit.
     *
     * @param root what the file holds
     * @param change whether the recipe is there already, and this is to take its place
     * @throws OperatorException if it is there and is not to be changed, or the other way round
     */
    public Answer take(Path file, Node root, boolean change) {
        var problems = new Problems();
        Optional<Plan> plan = new RecipeReader(families, problems).read(root);
        if (plan.isEmpty()) {
            return new Answer.Refused(problems.inOrder());
        }
        List<RecipeCell> cells = new Supplies(plan.get(), families, problems).cells();
        if (!problems.none()) {
            return new Answer.Refused(problems.inOrder());
        }
        var recipes = new Recipes(factory.get());
        Recipe recipe =
                recipe(plan.get(), cells, hash(file), before(recipes, plan.get().name(), change));
        recipes.put(recipe);
        return new Answer.Taken(recipe);
    }

    private static Optional<Recipe> before(Recipes recipes, String name, boolean change) {
        Optional<Recipe> before = recipes.find(name);
        if (before.isPresent() && !change) {
            throw new OperatorException("There is a recipe '%s' already, revision %d. To change it, say --change."
                    .formatted(name, before.get().getRevision()));
        }
        if (before.isEmpty() && change) {
            throw new OperatorException("There is no recipe '%s' to change.".formatted(name));
        }
        return before;
    }

    private Recipe recipe(Plan plan, List<RecipeCell> cells, String hash, Optional<Recipe> before) {
        Submission submission = submissions.apply(plan.dataset());
        return Recipe.newBuilder()
                .setName(plan.name())
                .setRevision(before.map(Recipe::getRevision).orElse(0) + 1)
                .setPaused(before.map(Recipe::getPaused).orElse(false))
                .setSubmission(before.map(Recipe::getSubmission).orElse(submission.id()))
                .setDataset(plan.dataset())
                .setGoal(plan.target().goal())
                .setCells(cells)
                .setMaxInFlight(plan.inFlight())
                .setOvershoot(plan.target().overshoot())
                .setFloor(plan.target().floor())
                .setBudget(plan.budget())
                .setHash(hash)
                .setChangedAt(submission.at())
                .build();
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(Hash.sha256().digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new OperatorException("Cannot read %s: %s.".formatted(file, e.getMessage()), e);
        }
    }
}
