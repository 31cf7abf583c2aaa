package io.millrace.deploy.recipe;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.intake.Submission;
import io.millrace.deploy.material.Rows;
import io.millrace.deploy.stream.Connection;
import io.millrace.generator.rule.Families;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.Seed;
import io.millrace.schemas.TrustedRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    public Answer<Recipe> take(Path file, Node root, boolean change) {
        return read(file, root, PageSink.NOWHERE, Intent.GENERATOR).map(reading -> put(reading, hash(file), change));
    }

    /**
     * Tells what a recipe would begin with. Nothing of it goes anywhere.
     *
     * @param max seeds to tell of
     */
    public Answer<List<Seed>> preview(Path file, Node root, int max) {
        var pages = new FirstPages();
        return read(file, root, pages, Intent.GENERATOR).map(reading -> {
            Recipe recipe = reading.recipe(hash(file), Optional.empty());
            return FirstSeeds.of(recipe, pages, max, recipe.getChangedAt());
        });
    }

    /**
     * Takes a recipe that asks for seeds of rule families, to be made here and at once. Nothing of it goes anywhere. Its name is that of
     * the submission.
     */
    public Answer<Batch> batch(Path file, Node root) {
        return read(file, root, PageSink.NOWHERE, Intent.BATCH)
                .map(reading -> new Batch(Recipe.newBuilder(reading.recipe(hash(file), Optional.empty()))
                        .setName(reading.submission().id())
                        .build()));
    }

    /** Who is to make the seeds. */
    private enum Intent {
        GENERATOR,
        BATCH
    }

    /** What a file says and its sources hold. */
    private Answer<Reading> read(Path file, Node root, PageSink sink, Intent intent) {
        var problems = new Problems();
        Optional<Plan> read = new RecipeReader(families, file.resolveSibling(""), problems).read(root);
        if (read.isEmpty()) {
            return new Answer.Refused<>(problems.inOrder(), List.of());
        }
        Plan plan = read.get();
        if (intent == Intent.BATCH) {
            Batch.check(plan, problems);
        }
        Submission submission = submissions.apply(plan.dataset());
        Stock stock = Stock.of(plan, new Rows(submission, factory), sink);
        List<RecipeCell> cells = new Supplies(plan, families, stock, problems).cells();
        return problems.none()
                ? new Answer.Fit<>(new Reading(plan, submission, cells), stock.counts())
                : new Answer.Refused<>(problems.inOrder(), stock.counts());
    }

    private Recipe put(Reading reading, String hash, boolean change) {
        Plan plan = reading.plan();
        var recipes = new Recipes(factory.get());
        Recipe tried = reading.recipe(hash, before(recipes, plan.name(), change));
        requireRoom(tried);
        // The sources are read a second time, because none of their rows may go in before it is known that all fits.
        var submission = new Submission(tried.getSubmission(), tried.getDataset(), tried.getChangedAt());
        Stock stock = recipes.store(tried.getChangedAt(), sink -> Stock.of(plan, new Rows(submission, factory), sink));
        Recipe recipe = Recipe.newBuilder(tried)
                .setCells(new Supplies(plan, families, stock, new Problems()).cells())
                .build();
        recipes.put(recipe);
        return recipe;
    }

    private record Reading(Plan plan, Submission submission, List<RecipeCell> cells) {

        /** The recipe, in the place of the one before. */
        Recipe recipe(String hash, Optional<Recipe> before) {
            return Recipe.newBuilder()
                    .setName(plan.name())
                    .setRevision(before.map(Recipe::getRevision).orElse(0) + 1)
                    .setPaused(before.map(Recipe::getPaused).orElse(false))
                    .setSubmission(before.map(Recipe::getSubmission).orElse(submission.id()))
                    .setDataset(submission.dataset())
                    .setGoal(plan.target().goal())
                    .setCells(cells)
                    .setMaxInFlight(plan.inFlight())
                    .setOvershoot(plan.target().overshoot())
                    .setFloor(plan.target().floor())
                    .setBudget(plan.budget())
                    .setChecks(plan.checks().orElse(null))
                    .setHash(hash)
                    .setFeedback(plan.feedback())
                    .setChangedAt(submission.at())
                    .build();
        }
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

    private static String hash(Path file) {
        try {
            return Hash.ofBytes(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new OperatorException("Cannot read %s: %s.".formatted(file, e.getMessage()), e);
        }
    }
}
