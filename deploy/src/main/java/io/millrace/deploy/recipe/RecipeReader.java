package io.millrace.deploy.recipe;

import io.millrace.deploy.holdout.Holdout;
import io.millrace.evaluator.dataset.DatasetName;
import io.millrace.evaluator.result.Proposals;
import io.millrace.generator.rule.Families;
import io.millrace.schemas.AcceptanceFloor;
import io.millrace.schemas.Budget;
import io.millrace.schemas.Feedback;
import io.millrace.schemas.RecipeGoal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what a recipe says. */
final class RecipeReader {

    private static final int USUAL_IN_FLIGHT = 1_000;
    private static final int USUAL_FLOOR_AFTER = 200;
    private static final int MAX_CELLS = 1_000;
    private static final int MAX_AXIS_VALUE = 100;
    private static final int MAX_WEAK_SKILLS = 100;
    private static final int MAX_MORE = 1_000_000;

    private final Problems problems;
    private final SourceReader sources;

    /**
     * A reader.
     *
     * @param directory what paths in the recipe are relative to
     */
    RecipeReader(Families families, Path directory, Problems problems) {
        this.problems = problems;
        this.sources = new SourceReader(families, directory, problems);
    }

    /** The plan; empty where it has problems. */
    Optional<Plan> read(Node root) {
        return Mapping.of(root, "", Form.RECIPE, problems).flatMap(this::plan);
    }

    private Optional<Plan> plan(Mapping recipe) {
        Optional<String> name = name(recipe, "recipe", recipe.required("recipe"));
        Optional<String> dataset = recipe.has("dataset") ? name(recipe, "dataset", recipe.text("dataset")) : name;
        Optional<Plan.Target> target = target(recipe);
        int inFlight = recipe.number("inFlight", USUAL_IN_FLIGHT, 1, Bounds.MAX_IN_FLIGHT);
        Budget budget = budget(recipe, "budget");
        Optional<String> checks =
                recipe.has("checks") ? name(recipe, "checks", recipe.text("checks")) : Optional.empty();
        var holdout = new Holdout(
                recipe.decimal("holdout", 1).map(Number::doubleValue).orElse(0.0));
        Feedback feedback = feedback(recipe);
        Mixture mixture = mixture(recipe);
        Map<String, Origin> origins = sources.read(recipe);
        List<Plan.Use> uses = new StrategyReader(origins, problems).read(recipe);
        if (name.isEmpty() || dataset.isEmpty() || target.isEmpty() || !problems.none()) {
            return Optional.empty();
        }
        int line = recipe.line("strategies");
        return Optional.of(new Plan(
                line,
                name.get(),
                dataset.get(),
                target.get(),
                inFlight,
                budget,
                checks,
                holdout,
                feedback,
                mixture,
                origins,
                uses));
    }

    private static Optional<String> name(Mapping recipe, String field, Optional<String> given) {
        try {
            return given.map(text -> new DatasetName(text).value());
        } catch (IllegalArgumentException e) {
            recipe.refuse(field, "must be 1 to 100 letters, digits, '.', '_' or '-', beginning with a letter or digit");
            return Optional.empty();
        }
    }

    private Optional<Plan.Target> target(Mapping recipe) {
        if (!recipe.has("target")) {
            problems.add(recipe.line(), "field 'target' is missing");
        }
        return recipe.mapping("target", Form.TARGET).flatMap(this::targetOf);
    }

    private Optional<Plan.Target> targetOf(Mapping target) {
        List<RecipeGoal> goals = Stream.of(RecipeGoal.values())
                .filter(goal -> target.has(field(goal)))
                .toList();
        if (goals.size() != 1) {
            problems.add(target.line(), "the target is one of accepted, seeds and candidates");
            return Optional.empty();
        }
        RecipeGoal goal = goals.getFirst();
        int overshoot = target.number("overshoot", 0, 0, Bounds.MAX_TARGET);
        if (goal != RecipeGoal.ACCEPTED && target.has("overshoot")) {
            target.refuse("overshoot", "needs the target accepted");
        }
        AcceptanceFloor floor = floor(target);
        return target.number(field(goal), 1, Bounds.MAX_TARGET)
                .map(amount -> new Plan.Target(goal, amount, overshoot, floor));
    }

    private static @Nullable AcceptanceFloor floor(Mapping target) {
        int after = target.number("floorAfter", USUAL_FLOOR_AFTER, 1, Bounds.MAX_TARGET);
        if (target.has("floorAfter") && !target.has("floor")) {
            target.refuse("floorAfter", "needs the field floor");
        }
        return target.decimal("floor", 1)
                .map(share -> new AcceptanceFloor(share.doubleValue(), after))
                .orElse(null);
    }

    private static String field(RecipeGoal goal) {
        return goal.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Feedback feedback(Mapping recipe) {
        return recipe.mapping("feedback", Form.FEEDBACK)
                .map(feedback -> new Feedback(
                        feedback.flag("submit"),
                        feedback.decimal("below", 1).map(Number::doubleValue).orElse(Proposals.USUAL.getBelow()),
                        feedback.number("skills", Proposals.USUAL.getSkills(), 1, MAX_WEAK_SKILLS),
                        feedback.number("most", 1, MAX_MORE).orElse(Proposals.USUAL.getMost())))
                .orElse(null);
    }

    static @Nullable Budget budget(Mapping mapping, String field) {
        Optional<Mapping> budget = mapping.mapping(field, Form.BUDGET);
        if (budget.isEmpty()) {
            return null;
        }
        Optional<Long> tokens = budget.get().number("tokens", 1, Bounds.MAX_BUDGET);
        Optional<Long> costMicros = budget.get().number("costMicros", 1, Bounds.MAX_BUDGET);
        if (budget.get().names().isEmpty()) {
            mapping.refuse(field, "needs tokens, costMicros or both");
        }
        return new Budget(tokens.orElse(null), costMicros.orElse(null));
    }

    private Mixture mixture(Mapping recipe) {
        Optional<Mapping> axes = recipe.mapping("mixture", Form.MIXTURE);
        if (axes.isEmpty()) {
            return Mixture.ANYTHING;
        }
        var mixture =
                new Mixture(axis(axes.get(), "domain"), axis(axes.get(), "difficulty"), axis(axes.get(), "language"));
        if (mixture.size() > MAX_CELLS) {
            recipe.refuse("mixture", "makes %d cells, more than %d".formatted(mixture.size(), MAX_CELLS));
            return Mixture.ANYTHING;
        }
        return mixture;
    }

    private static Axis axis(Mapping axes, String name) {
        Optional<Mapping> values = axes.mapping(name);
        if (values.isEmpty()) {
            return Axis.WHOLE;
        }
        var weights = new LinkedHashMap<String, BigDecimal>();
        for (String value : values.get().names()) {
            if (value.isBlank() || value.length() > MAX_AXIS_VALUE || value.contains("/") || hasControls(value)) {
                values.get().refuse(value, "is no value: 1 to %d characters without /".formatted(MAX_AXIS_VALUE));
            }
            values.get().decimal(value, Bounds.MAX_WEIGHT).ifPresent(weight -> weights.put(value, weight));
        }
        if (values.get().names().isEmpty()) {
            axes.refuse(name, "must not be empty");
        }
        return weights.isEmpty() ? Axis.WHOLE : new Axis(weights);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
