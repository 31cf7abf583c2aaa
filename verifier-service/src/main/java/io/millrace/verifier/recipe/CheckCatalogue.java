package io.millrace.verifier.recipe;

import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.CheckStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every check that a recipe can name. */
public final class CheckCatalogue {

    private final Map<String, Maker> makers = new LinkedHashMap<>();

    /** Makes a check from what a recipe says of it. */
    @FunctionalInterface
    interface Maker {

        Check make(VerificationRecipe.Entry entry) throws UnfitRecipeException;
    }

    /** Makes a check from settings of its own type. */
    @FunctionalInterface
    interface MakerWith<S> {

        Check make(S settings) throws UnfitRecipeException;
    }

    CheckCatalogue add(String name, Check check) {
        return put(name, entry -> {
            if (!entry.settings().isEmpty()) {
                throw new UnfitRecipeException("%s has no settings".formatted(name));
            }
            return check;
        });
    }

    <S> CheckCatalogue add(String name, Class<S> settings, MakerWith<S> maker) {
        return put(name, entry -> maker.make(RecipeReader.settings(entry, settings)));
    }

    private CheckCatalogue put(String name, Maker maker) {
        makers.put(name, maker);
        return this;
    }

    /** Sets up the checks of a recipe in its order. */
    public List<CheckStep> steps(VerificationRecipe recipe) throws UnfitRecipeException {
        if (recipe.checks().isEmpty()) {
            throw new UnfitRecipeException("the recipe names no checks");
        }
        List<CheckStep> steps = new ArrayList<>();
        for (VerificationRecipe.Entry entry : recipe.checks()) {
            Maker maker = makers.get(entry.check());
            if (maker == null) {
                throw new UnfitRecipeException("no check is called '%s'; there are %s"
                        .formatted(entry.check(), String.join(", ", makers.keySet())));
            }
            steps.add(new CheckStep(maker.make(entry), entry.tasks(), entry.role()));
        }
        return steps;
    }
}
