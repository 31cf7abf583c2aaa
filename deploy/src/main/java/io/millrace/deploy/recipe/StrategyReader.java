package io.millrace.deploy.recipe;

import io.millrace.schemas.Budget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what a recipe says of its strategies. */
final class StrategyReader {

    private static final int MAX_STRATEGIES = 200;
    private static final int MAX_SAMPLES = 10_000;
    private static final int MAX_VARIANTS = 64;
    private static final String MODEL = "model";
    private static final Set<String> OF_FAMILIES = Set.of("family", "familyVersion", "level", "index");

    /** A parameter's value that may be part of a supply's name. */
    private static final Pattern NAMEABLE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}");

    private final Map<String, Origin> origins;
    private final Problems problems;
    private final Set<String> declared = new LinkedHashSet<>();
    private final Set<String> bases = new HashSet<>();

    StrategyReader(Map<String, Origin> origins, Problems problems) {
        this.origins = origins;
        this.problems = problems;
    }

    /** The strategies that fit. */
    List<Plan.Use> read(Mapping recipe) {
        List<Node> nodes = recipe.elements("strategies");
        if (nodes.isEmpty() || nodes.size() > MAX_STRATEGIES) {
            recipe.refuse("strategies", "must be a list of 1 to %d strategies".formatted(MAX_STRATEGIES));
        }
        recipe.mapping("sources").ifPresent(sources -> declared.addAll(sources.names()));
        List<Plan.Use> uses = new ArrayList<>();
        for (Node node : nodes) {
            Mapping.of(node, "strategies.", Form.STRATEGY, problems)
                    .flatMap(this::use)
                    .ifPresent(uses::add);
        }
        return uses;
    }

    private Optional<Plan.Use> use(Mapping use) {
        Optional<String> strategy = use.required("strategy").filter(name -> known(use, name));
        Optional<String> source = use.text("source");
        double weight = use.decimal("weight", Bounds.MAX_WEIGHT)
                .map(BigDecimal::doubleValue)
                .orElse(1.0);
        int samples = use.number("samples", 1, 1, MAX_SAMPLES);
        Budget seedBudget = RecipeReader.budget(use, "seedBudget");
        List<Plan.Variant> variants = variants(use);
        if (strategy.isEmpty() || !stands(use, strategy.get(), source)) {
            return Optional.empty();
        }
        String base = base(source.orElse(strategy.get()), strategy.get());
        return Optional.of(
                new Plan.Use(use.line(), base, strategy.get(), source, weight, samples, seedBudget, variants));
    }

    private static boolean known(Mapping use, String strategy) {
        boolean known = Techniques.names().contains(strategy);
        if (!known) {
            use.refuse("strategy", "is none of " + String.join(", ", Techniques.names()));
        }
        return known;
    }

    /** Whether the strategy can start from what the entry names. */
    private boolean stands(Mapping use, String strategy, Optional<String> source) {
        if (source.isEmpty()) {
            boolean free = Techniques.startsFrom(strategy, Techniques.Ground.NOTHING);
            if (!free && !use.has("source")) {
                problems.add(use.line(), "strategy %s needs a source".formatted(strategy));
            }
            return free && !use.has("source");
        }
        Origin origin = origins.get(source.get());
        if (origin == null) {
            if (!declared.contains(source.get())) {
                use.refuse("source", "is none of the sources [%s]".formatted(String.join(", ", declared)));
            }
            return false;
        }
        boolean fits = Techniques.startsFrom(strategy, origin.ground());
        if (!fits) {
            use.refuse("source", "is nothing that strategy %s can start from".formatted(strategy));
        }
        return fits;
    }

    /** The source's name, and the strategy's where another entry has that already. */
    private String base(String wanted, String strategy) {
        String base = wanted;
        for (int count = 1; !bases.add(base); count++) {
            base = count == 1 ? wanted + ":" + strategy : wanted + ":" + strategy + "-" + count;
        }
        return base;
    }

    private List<Plan.Variant> variants(Mapping use) {
        List<Plan.Variant> variants = List.of(new Plan.Variant("", Map.of(), BigDecimal.ONE));
        Optional<Mapping> parameters = use.mapping("parameters");
        if (parameters.isPresent()) {
            for (String name : parameters.get().names()) {
                if (OF_FAMILIES.contains(name)) {
                    parameters.get().refuse(name, "is given by the source");
                }
                variants = times(variants, name, equal(parameters.get().texts(name)));
            }
        }
        Optional<Mapping> models = use.mapping("models");
        if (models.isPresent()) {
            if (parameters.filter(given -> given.has(MODEL)).isPresent()) {
                use.refuse("models", "cannot stand beside the parameter model");
            }
            variants = times(variants, MODEL, models(use, models.get()));
        }
        if (variants.size() > MAX_VARIANTS) {
            use.refuse("parameters", "and models make more than %d supplies".formatted(MAX_VARIANTS));
            return variants.subList(0, MAX_VARIANTS);
        }
        return variants;
    }

    /** A parameter's value with its part of the weight. */
    private record Choice(String value, String name, BigDecimal share) {}

    private static List<Choice> equal(List<String> values) {
        List<Choice> choices = new ArrayList<>();
        for (String value : values) {
            String place = Integer.toString(choices.size() + 1);
            String name = NAMEABLE.matcher(value).matches() ? value : place;
            choices.add(new Choice(value, values.size() == 1 ? "" : name, BigDecimal.ONE));
        }
        return choices;
    }

    private static List<Choice> models(Mapping use, Mapping models) {
        List<Choice> choices = new ArrayList<>();
        for (String alias : models.names()) {
            if (!NAMEABLE.matcher(alias).matches()) {
                models.refuse(alias, "is no model's alias");
            }
            models.decimal(alias, Bounds.MAX_WEIGHT).ifPresent(weight -> choices.add(new Choice(alias, alias, weight)));
        }
        if (models.names().isEmpty()) {
            use.refuse("models", "must not be empty");
        }
        return choices;
    }

    /** Each variant with each of the choices; as it was where there are none. Ever more than the limit is not worked out. */
    private static List<Plan.Variant> times(List<Plan.Variant> variants, String parameter, List<Choice> choices) {
        if (choices.isEmpty() || variants.size() > MAX_VARIANTS) {
            return variants;
        }
        List<Plan.Variant> product = new ArrayList<>();
        for (Plan.Variant variant : variants) {
            for (Choice choice : choices) {
                var parameters = new HashMap<>(variant.parameters());
                parameters.put(parameter, choice.value());
                String suffix = choice.name().isEmpty() ? variant.suffix() : variant.suffix() + "/" + choice.name();
                product.add(new Plan.Variant(suffix, parameters, variant.share().multiply(choice.share())));
            }
        }
        return product;
    }
}
