package io.millrace.deploy.recipe;

import io.millrace.deploy.intake.FamilySeeds;
import io.millrace.generator.rule.Families;
import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.schemas.FamilyItems;
import io.millrace.schemas.MaterialPlace;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.Source;
import io.millrace.schemas.Split;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.Supply;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Works out the cells of a plan, with everything that feeds each of them. */
final class Supplies {

    private static final int MAX_SUPPLIES = 64;
    private static final String RULE = "rule";

    private final Plan plan;
    private final Families families;
    private final Material material;
    private final Problems problems;
    private final Mixture mixture;

    Supplies(Plan plan, Families families, Material material, Problems problems) {
        this.plan = plan;
        this.families = families;
        this.material = material;
        this.problems = problems;
        this.mixture = plan.mixture();
    }

    /** A supply of one cell whose weight is not shared out yet. */
    private record Offer(BigDecimal share, Supply supply) {}

    List<RecipeCell> cells() {
        List<Mixture.Cell> cells = mixture.cells();
        List<Long> targets = mixture.targets(plan.target().amount());
        List<RecipeCell> made = new ArrayList<>();
        var feeding = new HashSet<Plan.Use>();
        for (int index = 0; index < cells.size(); index++) {
            List<Supply> supplies = new ArrayList<>();
            for (Plan.Use use : plan.uses()) {
                List<Supply> ofUse = shared(use.weight(), offers(use, cells.get(index)));
                if (!ofUse.isEmpty()) {
                    feeding.add(use);
                }
                supplies.addAll(ofUse);
            }
            check(cells.get(index), supplies);
            made.add(new RecipeCell(cells.get(index).name(), targets.get(index), supplies));
        }
        plan.uses().stream()
                .filter(use -> !feeding.contains(use))
                .forEach(use -> problems.add(
                        use.line(), "nothing that strategy %s makes here fits a cell".formatted(use.strategy())));
        return Deal.out(made);
    }

    private void check(Mixture.Cell cell, List<Supply> supplies) {
        if (supplies.isEmpty()) {
            problems.add(plan.line(), "nothing feeds the cell %s".formatted(cell.name()));
        }
        if (supplies.size() > MAX_SUPPLIES) {
            problems.add(
                    plan.line(),
                    "%d supplies feed the cell %s, more than %d".formatted(supplies.size(), cell.name(), MAX_SUPPLIES));
        }
        long names = supplies.stream().map(Supply::getName).distinct().count();
        if (names < supplies.size()) {
            problems.add(plan.line(), "two supplies of the cell %s have the same name".formatted(cell.name()));
        }
    }

    private static List<Supply> shared(double weight, List<Offer> offers) {
        BigDecimal total = offers.stream().map(Offer::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        return offers.stream()
                .map(offer -> Supply.newBuilder(offer.supply())
                        .setWeight(weight
                                * offer.share()
                                        .divide(total, MathContext.DECIMAL64)
                                        .doubleValue())
                        .build())
                .toList();
    }

    private List<Offer> offers(Plan.Use use, Mixture.Cell cell) {
        List<Offer> offers = new ArrayList<>();
        for (Plan.Variant variant : use.variants()) {
            List<Supply> supplies = use.source().isEmpty()
                    ? fromNothing(use, variant, cell).stream().toList()
                    : switch (origin(use)) {
                        case Origin.OfFamily family -> ofFamily(use, variant, family, cell);
                        case Origin.OfRows rows ->
                            ofRows(use, variant, rows, cell).stream().toList();
                    };
            supplies.forEach(supply -> offers.add(new Offer(variant.share(), supply)));
        }
        return offers;
    }

    private Origin origin(Plan.Use use) {
        return Optional.ofNullable(plan.sources().get(use.source().orElse("")))
                .orElseThrow(() -> new IllegalStateException("No such source"));
    }

    private Optional<Supply> fromNothing(Plan.Use use, Plan.Variant variant, Mixture.Cell cell) {
        Place place = placeIn(cell, use.strategy());
        return fits(place, cell)
                ? Optional.of(supply(use, variant, use.base() + variant.suffix(), place)
                        .setSource(ownSource(plan.name()))
                        .build())
                : Optional.empty();
    }

    private static Place placeIn(Mixture.Cell cell, String usualDomain) {
        return new Place(
                cell.domain().equals(Axis.OPEN) ? usualDomain : cell.domain(),
                cell.difficulty().equals(Axis.OPEN) ? null : cell.difficulty(),
                cell.language().equals(Axis.OPEN) ? "en" : cell.language());
    }

    private Optional<Supply> ofRows(Plan.Use use, Plan.Variant variant, Origin.OfRows origin, Mixture.Cell cell) {
        String source = use.source().orElse("");
        List<MaterialPlace> pages = material.pages(source, cell);
        if (pages.isEmpty()) {
            return Optional.empty();
        }
        long rows = pages.stream().mapToLong(MaterialPlace::getRows).sum();
        Integer passes = origin.passes();
        return Optional.of(supply(use, variant, use.base() + variant.suffix(), placeIn(cell, source))
                .setSource(ownSource(source))
                .setItems(passes == null ? null : rows * passes)
                .setMaterial(pages)
                .build());
    }

    private List<Supply> ofFamily(Plan.Use use, Plan.Variant variant, Origin.OfFamily family, Mixture.Cell cell) {
        List<Supply> supplies = new ArrayList<>();
        for (int level : family.levels()) {
            var place = new Place(family.domain(), Integer.toString(level), "en");
            if (fits(place, cell)) {
                Family items = families.named(family.family());
                long capacity = items.capacity(level, Split.UNASSIGNED);
                requireWordings(use, items.item(Split.UNASSIGNED, level, family.first()));
                supplies.add(supply(use, variant, use.base() + "/" + level + variant.suffix(), place)
                        .setSource(FamilySeeds.source())
                        .setFamily(new FamilyItems(family.family(), level, family.first(), 1))
                        .setItems(capacity - family.first())
                        .build());
            }
        }
        return supplies;
    }

    /** A rule words each solution in so many ways, and makes nothing of a seed that asks for more. */
    private void requireWordings(Plan.Use use, Item item) {
        int wordings = item.solution().wordings().size();
        if (use.strategy().equals(RULE) && use.samples() > wordings) {
            problems.add(
                    use.line(),
                    "a rule words these solutions in 1 to %d ways, not %d".formatted(wordings, use.samples()));
        }
    }

    private boolean fits(Place place, Mixture.Cell cell) {
        return mixture.cellOf(place).filter(cell::equals).isPresent();
    }

    private static Supply.Builder supply(Plan.Use use, Plan.Variant variant, String name, Place place) {
        return Supply.newBuilder()
                .setName(name)
                .setWeight(use.weight())
                .setStrategy(new StrategyCall(use.strategy(), variant.parameters()))
                .setSamples(use.samples())
                .setSeedBudget(use.seedBudget())
                .setDomain(place.domain())
                .setDifficulty(place.difficulty())
                .setLanguage(place.language());
    }

    private static Source ownSource(String name) {
        return Source.newBuilder().setName(name).setReal(false).build();
    }
}
