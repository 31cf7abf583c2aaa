package io.millrace.evaluator.dataset;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the records of a version were made with, each with the number of records. */
public record Ingredients(
        List<Strategy> strategies,
        List<Model> models,
        List<Prompt> prompts,
        List<Source> sources,
        List<Recipe> recipes) {

    public Ingredients {
        strategies = List.copyOf(strategies);
        models = List.copyOf(models);
        prompts = List.copyOf(prompts);
        sources = List.copyOf(sources);
        recipes = List.copyOf(recipes);
    }

    /** A way of making candidates. */
    public record Strategy(String name, String version, long records) {

        Strategy in(long many) {
            return new Strategy(name, version, many);
        }

        Ingredient named() {
            return new Ingredient("strategy", name + "/" + version);
        }
    }

    /** A model, as it was asked for and as it answered; also one that was asked on the way to an answer. */
    public record Model(String requested, String returned, long records) {

        Model in(long many) {
            return new Model(requested, returned, many);
        }

        Ingredient named() {
            return new Ingredient("model", requested + " (" + returned + ")");
        }
    }

    /**
     * A prompt template.
     *
     * @param hash SHA-256 of its text
     */
    public record Prompt(String template, String version, String hash, long records) {

        Prompt in(long many) {
            return new Prompt(template, version, hash, many);
        }

        Ingredient named() {
            return new Ingredient("prompt", template + "/" + version + " " + hash);
        }
    }

    /**
     * Where seeds come from.
     *
     * @param real whether people wrote it
     */
    public record Source(
            String name,
            @Nullable String uri,
            @Nullable String revision,
            @Nullable String licence,
            boolean real,
            long records) {

        Source in(long many) {
            return new Source(name, uri, revision, licence, real, many);
        }

        Ingredient named() {
            return new Ingredient("source", revision == null ? name : name + " " + revision);
        }
    }

    /**
     * What asked for the records.
     *
     * @param name null where it was no recipe, only a submission
     * @param hash SHA-256 of the recipe's text, where it was noted
     */
    public record Recipe(
            @Nullable String name,
            String submission,
            @Nullable String hash,
            long records) {

        Recipe in(long many) {
            return new Recipe(name, submission, hash, many);
        }

        Ingredient named() {
            return new Ingredient("recipe", hash == null ? String.valueOf(name) : name + " " + hash);
        }
    }

    /** All that a later version may have and this one not, or the other way round; a submission is new every time. */
    Stream<Ingredient> named() {
        return Stream.of(
                        names(strategies, Strategy::named),
                        names(models, Model::named),
                        names(prompts, Prompt::named),
                        names(sources, Source::named),
                        names(
                                recipes.stream()
                                        .filter(recipe -> recipe.name() != null)
                                        .toList(),
                                Recipe::named))
                .flatMap(names -> names);
    }

    private static <T> Stream<Ingredient> names(List<T> ingredients, Function<T, Ingredient> name) {
        return ingredients.stream().map(name);
    }
}
