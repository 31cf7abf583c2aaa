package io.millrace.deploy.recipe;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.intake.Submission;
import io.millrace.deploy.material.Rows;
import io.millrace.deploy.stream.Connection;
import io.millrace.generator.rule.Families;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.TrustedRecords;
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

    /** What topics take, with room for what is around a record. */
    private static final int MAX_BYTES = (1 << 20) - 8 * 1024;

    static {
        // The families are read before anything names a topic.
        TrustedRecords.allow();
    }

    private final Supplier<Connection> factory;
    private final Function<String, Submission> submissions;
    private final Families families = new Families();

    /**
     * An intake.
     *
     * @param factory is asked for once it is needed: to read its datasets, or when the recipe is known to be sound
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
        Path directory = file.resolveSibling("");
        Optional<Plan> read = new RecipeReader(families, directory, problems).read(root);
        if (read.isEmpty()) {
            return new Answer.Refused(problems.inOrder(), List.of());
        }
        Plan plan = read.get();
        Submission submission = submissions.apply(plan.dataset());
        Stock tried = Stock.of(plan, new Rows(submission, factory), PageSink.NOWHERE);
        List<RecipeCell> cells = new Supplies(plan, families, tried, problems).cells();
        if (!problems.none()) {
            return new Answer.Refused(problems.inOrder(), tried.counts());
        }
        var recipes = new Recipes(factory.get());
        Optional<Recipe> before = before(recipes, plan.name(), change);
        String hash = hash(file);
        Recipe recipe = recipe(plan, cells, hash, submission, before);
        requireRoom(recipe);
        var ofRecipe = new Submission(recipe.getSubmission(), plan.dataset(), submission.at());
        Stock stock = recipes.store(sink -> Stock.of(plan, new Rows(ofRecipe, factory), sink));
        recipe = Recipe.newBuilder(recipe)
                .setCells(new Supplies(plan, families, stock, problems).cells())
                .build();
        recipes.put(recipe);
        return new Answer.Taken(recipe, stock.counts());
    }

    /**
     * Tells what a recipe would begin with. Nothing of it goes anywhere.
     *
     * @param max seeds to tell of
     */
    public Preview preview(Path file, Node root, int max) {
        var problems = new Problems();
        Optional<Plan> plan = new RecipeReader(families, file.resolveSibling(""), problems).read(root);
        if (plan.isEmpty()) {
            return new Preview.Refused(problems.inOrder());
        }
        Submission submission = submissions.apply(plan.get().dataset());
        var pages = new FirstPages();
        Stock stock = Stock.of(plan.get(), new Rows(submission, factory), pages);
        List<RecipeCell> cells = new Supplies(plan.get(), families, stock, problems).cells();
        if (!problems.none()) {
            return new Preview.Refused(problems.inOrder());
        }
        Recipe recipe = recipe(plan.get(), cells, hash(file), submission, Optional.empty());
        return new Preview.Begun(FirstSeeds.of(recipe, pages, max, submission.at()));
    }

    private static void requireRoom(Recipe recipe) {
        int bytes = Encoded.size(recipe);
        if (bytes > MAX_BYTES) {
            throw new OperatorException(
                    "The recipe would be a record of %,d bytes, and %,d fit: it has too many cells, supplies or rows."
                            .formatted(bytes, MAX_BYTES));
        }
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

    private static Recipe recipe(
            Plan plan, List<RecipeCell> cells, String hash, Submission submission, Optional<Recipe> before) {
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
