package io.millrace.evaluator.dataset;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.EarlierCall;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.PromptRef;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.RecipePlace;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import io.millrace.schemas.Split;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.Task;
import io.millrace.schemas.Verified;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Counts what goes into a version. */
final class Tally {

    private static final String UNKNOWN = "unknown";
    private static final Comparator<Manifest.Writer> BY_SERVICE = Comparator.comparing(Manifest.Writer::service)
            .thenComparing(Manifest.Writer::version)
            .thenComparing(Manifest.Writer::gitCommit);

    private final Counter<String> splits = Counter.ofTexts();
    private final Counter<String> domains = Counter.ofTexts();
    private final Counter<String> difficulties = Counter.ofTexts();
    private final Counter<String> languages = Counter.ofTexts();
    private final Counter<String> tasks = Counter.ofTexts();
    private final Counter<String> strategyNames = Counter.ofTexts();
    private final Counter<String> modelNames = Counter.ofTexts();
    private final Counter<String> licences = Counter.ofTexts();
    private final Counter<String> origins = Counter.ofTexts();
    private final Counter<Integer> depths = new Counter<>(Integer.MAX_VALUE);
    private final Counter<Ingredients.Strategy> strategies =
            new Counter<>(new Ingredients.Strategy(Counter.OTHERS, "", 0));
    private final Counter<Ingredients.Model> models = new Counter<>(new Ingredients.Model(Counter.OTHERS, "", 0));
    private final Counter<Ingredients.Prompt> prompts =
            new Counter<>(new Ingredients.Prompt(Counter.OTHERS, "", "", 0));
    private final Counter<Ingredients.Source> sources =
            new Counter<>(new Ingredients.Source(Counter.OTHERS, null, null, null, false, 0));
    private final Counter<Ingredients.Recipe> recipes =
            new Counter<>(new Ingredients.Recipe(Counter.OTHERS, "", null, 0));
    private final NavigableSet<Manifest.Writer> producers = new TreeSet<>(BY_SERVICE);
    private long protectedCases;
    private long records;

    void add(Evaluated evaluated) {
        Verified verified = evaluated.getVerified();
        Candidate candidate = verified.getCandidate();
        records++;
        count(evaluated.getSplit(), candidate);
        count(evaluated.getProvenance());
        note(candidate);
        Stream.of(
                        candidate.getSeed().getProvenance(),
                        candidate.getProvenance(),
                        verified.getProvenance(),
                        evaluated.getProvenance())
                .map(Tally::writer)
                .forEach(producers::add);
    }

    private void count(Split split, Candidate candidate) {
        Seed seed = candidate.getSeed();
        splits.add(SplitFiles.name(split));
        domains.add(Counter.brief(seed.getDomain()));
        difficulties.add(known(seed.getDifficulty()));
        languages.add(Counter.brief(seed.getLanguage()));
        tasks.add(kind(candidate.getTask()));
        strategyNames.add(Counter.brief(candidate.getStrategy().getName()));
        modelNames.add(model(candidate.getModel()));
        protectedCases += seed.getProtectedCase() ? 1 : 0;
    }

    private void count(Provenance receipt) {
        licences.add(known(receipt.getLicence()));
        origins.add(receipt.getSynthetic() ? "synthetic" : "real");
        depths.add(receipt.getGenerationDepth());
    }

    private void note(Candidate candidate) {
        List<EarlierCall> calls = candidate.getEarlierCalls();
        strategies.add(strategy(candidate.getStrategy()));
        Stream.concat(calls.stream().map(EarlierCall::getModel), Stream.ofNullable(candidate.getModel()))
                .map(Tally::ingredient)
                .distinct()
                .forEach(models::add);
        Stream.concat(calls.stream().map(EarlierCall::getPrompt), Stream.ofNullable(candidate.getPrompt()))
                .map(Tally::ingredient)
                .distinct()
                .forEach(prompts::add);
        sources.add(ingredient(candidate.getSeed().getSource()));
        recipes.add(recipe(candidate.getSeed()));
    }

    private static String model(@Nullable ModelRef model) {
        return model == null ? "none" : Counter.brief(model.getReturned());
    }

    private static Ingredients.Strategy strategy(StrategyRef strategy) {
        return new Ingredients.Strategy(Counter.brief(strategy.getName()), Counter.brief(strategy.getVersion()), 0);
    }

    private static Ingredients.Model ingredient(ModelRef model) {
        return new Ingredients.Model(Counter.brief(model.getRequested()), Counter.brief(model.getReturned()), 0);
    }

    private static Ingredients.Prompt ingredient(PromptRef prompt) {
        return new Ingredients.Prompt(
                Counter.brief(prompt.getTemplateId()), Counter.brief(prompt.getVersion()), prompt.getHash(), 0);
    }

    private static Ingredients.Source ingredient(Source source) {
        return new Ingredients.Source(
                Counter.brief(source.getName()),
                brief(source.getUri()),
                brief(source.getRevision()),
                brief(source.getLicence()),
                source.getReal(),
                0);
    }

    private static Ingredients.Recipe recipe(Seed seed) {
        @Nullable RecipePlace place = seed.getRecipe();
        String submission = Counter.brief(seed.getSubmission());
        return place == null
                ? new Ingredients.Recipe(null, submission, null, 0)
                : new Ingredients.Recipe(Counter.brief(place.getRecipe()), submission, place.getHash(), 0);
    }

    /** The name of the one field that is set. */
    private static String kind(Task task) {
        return task.getSchema().getFields().stream()
                .filter(field -> task.get(field.pos()) != null)
                .map(Schema.Field::name)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static Manifest.Writer writer(Provenance receipt) {
        var producer = receipt.getProducer();
        return new Manifest.Writer(producer.getService(), producer.getVersion(), producer.getGitCommit());
    }

    private static @Nullable String brief(@Nullable String text) {
        return text == null ? null : Counter.brief(text);
    }

    private static String known(@Nullable String text) {
        return Counter.brief(Objects.requireNonNullElse(text, UNKNOWN));
    }

    long records() {
        return records;
    }

    Manifest.Counts counts() {
        return new Manifest.Counts(
                splits.sorted(),
                domains.sorted(),
                difficulties.sorted(),
                languages.sorted(),
                tasks.sorted(),
                strategyNames.sorted(),
                modelNames.sorted(),
                licences.sorted(),
                origins.sorted(),
                depths.sorted(),
                protectedCases);
    }

    Ingredients ingredients() {
        return new Ingredients(
                strategies.ranked(Ingredients.Strategy::in),
                models.ranked(Ingredients.Model::in),
                prompts.ranked(Ingredients.Prompt::in),
                sources.ranked(Ingredients.Source::in),
                recipes.ranked(Ingredients.Recipe::in));
    }

    List<Manifest.Writer> producers() {
        return new ArrayList<>(producers);
    }
}
