package io.millrace.deploy.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.generator.rule.Families;
import io.millrace.schemas.Budget;
import io.millrace.schemas.FamilyItems;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.Split;
import io.millrace.schemas.Supply;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppliesTest {

    @TempDir
    private Path directory;

    @Test
    void everyCombinationOfTheMixtureIsACellWithItsExactPart() {
        Map<String, RecipeCell> cells = cells("""
                mixture:
                  domain: {equations: 2, "*": 1}
                  difficulty: {"1": 1, "2": 1}
                sources: {drills: {family: equations}, others: {family: countdown}}
                strategies: [{strategy: rule, source: drills}, {strategy: rule, source: others}]
                """);

        assertThat(cells.values().stream().collect(Collectors.toMap(RecipeCell::getName, RecipeCell::getTarget)))
                .isEqualTo(Map.of("equations/1/*", 33L, "equations/2/*", 33L, "*/1/*", 17L, "*/2/*", 17L));
        assertThat(Written.supplies(cells, "equations/2/*")).containsOnlyKeys("drills/2");
        assertThat(Written.supplies(cells, "*/1/*")).containsOnlyKeys("others/1");
    }

    @Test
    void withoutAMixtureThereIsOneOpenCell() {
        Map<String, RecipeCell> cells = cells("""
                sources: {drills: {family: equations, levels: [2, 1]}}
                strategies: [{strategy: rule, source: drills, samples: 2, weight: 3}]
                """);

        assertThat(cells).containsOnlyKeys("*/*/*");
        Supply second = Written.supply(cells, "*/*/*", "drills/2");
        assertThat(second.getDomain()).isEqualTo("equations");
        assertThat(second.getDifficulty()).isEqualTo("2");
        assertThat(second.getLanguage()).isEqualTo("en");
        assertThat(second.getSamples()).isEqualTo(2);
        assertThat(second.getWeight()).isEqualTo(1.5);
        assertThat(second.getFamily()).isEqualTo(new FamilyItems("equations", 2, 0L, 1));
        assertThat(second.getItems())
                .isEqualTo(new Families().named("equations").capacity(2, Split.UNASSIGNED));
    }

    @Test
    void anEntryHasItsWholeWeightInEveryCellThatItFeeds() {
        Map<String, RecipeCell> cells = cells("""
                mixture: {difficulty: {"1": 1, "2": 1}}
                sources: {drills: {family: equations, levels: [1, 2]}}
                strategies:
                - {strategy: distillation, source: drills, weight: 3, models: {large: 3, small: 1}}
                - {strategy: self-play, weight: 1, parameters: {topic: [gears, "levers and/or pulleys"], solvers: 5}}
                """);

        Map<String, Supply> supplies = Written.supplies(cells, "*/2/*");

        assertThat(supplies).containsOnlyKeys("drills/2/large", "drills/2/small", "self-play/gears", "self-play/2");
        assertThat(Written.supply(cells, "*/2/*", "drills/2/large").getWeight()).isCloseTo(2.25, within(1e-12));
        assertThat(Written.supply(cells, "*/2/*", "drills/2/small").getWeight()).isCloseTo(0.75, within(1e-12));
        assertThat(Written.supply(cells, "*/2/*", "self-play/2").getWeight()).isEqualTo(0.5);
        assertThat(Written.supply(cells, "*/2/*", "self-play/2").getStrategy().getParameters())
                .isEqualTo(Map.of("topic", "levers and/or pulleys", "solvers", "5"));
        assertThat(Written.supply(cells, "*/2/*", "drills/2/large")
                        .getStrategy()
                        .getParameters())
                .isEqualTo(Map.of("model", "large"));
    }

    @Test
    void whatComesFromNothingIsWhatItsCellIs() {
        Map<String, RecipeCell> cells = cells("""
                mixture: {domain: {banking: 1}, difficulty: {hard: 1}, language: {de: 1}}
                strategies: [{strategy: persona, seedBudget: {tokens: 4000}}]
                """);

        Supply supply = Written.supply(cells, "banking/hard/de", "persona");

        assertThat(List.of(supply.getDomain(), supply.getDifficulty(), supply.getLanguage()))
                .containsExactly("banking", "hard", "de");
        assertThat(supply.getItems()).isNull();
        assertThat(supply.getSeedBudget()).isEqualTo(new Budget(4_000L, null));
        assertThat(supply.getSource().getReal()).isFalse();
    }

    @Test
    void whatComesFromNothingFeedsNoCellOfOtherLanguages() {
        assertThat(problems("""
                mixture: {language: {en: 1, "*": 1}}
                strategies: [{strategy: persona}]
                """)).containsExactly("4: nothing feeds the cell */*/*");
    }

    @Test
    void namesEveryCellThatNothingFeedsAndEveryStrategyThatFeedsNone() {
        assertThat(problems("""
                mixture: {domain: {equations: 1}, difficulty: {"1": 1, "9": 1}}
                sources: {drills: {family: equations, levels: [1]}, others: {family: countdown}}
                strategies:
                - {strategy: rule, source: drills}
                - {strategy: rule, source: others}
                """))
                .containsExactly(
                        "5: nothing feeds the cell equations/9/*",
                        "7: nothing that strategy rule makes here fits a cell");
    }

    @Test
    void aRuleIsNotAskedForMoreWordingsThanItHas() {
        assertThat(problems("""
                sources: {drills: {family: equations, levels: [1]}}
                strategies:
                - {strategy: rule, source: drills, samples: 99}
                - {strategy: distillation, source: drills, samples: 99}
                """))
                .satisfiesExactly(problem ->
                        assertThat(problem).matches("5: a rule words these solutions in 1 to [1-9] ways, not 99"));
    }

    @Test
    void aSecondEntryOfASourceIsNamedByItsStrategyToo() {
        Map<String, RecipeCell> cells = cells("""
                sources: {drills: {family: equations, levels: [1]}}
                strategies:
                - {strategy: rule, source: drills}
                - {strategy: distillation, source: drills}
                - {strategy: distillation, source: drills}
                """);

        assertThat(Written.supplies(cells, "*/*/*"))
                .containsOnlyKeys("drills/1", "drills:distillation/1", "drills:distillation-2/1");
    }

    @Test
    void theSampleNeedsNoModelAndFeedsEveryCell() {
        Map<String, RecipeCell> cells = Written.cells(Path.of("recipes/tutor.yaml"));

        assertThat(cells.values())
                .hasSize(4)
                .allSatisfy(cell -> assertThat(cell.getSupplies().stream()
                                .map(supply -> supply.getStrategy().getName()))
                        .containsExactly("rule", "distillation"));
    }

    @Test
    void noItemOfAFamilyIsDealtOutTwiceAndNoneIsLost() {
        var random = new SplittableRandom(11);
        long capacity = new Families().named("countdown").capacity(1, Split.UNASSIGNED);
        for (int round = 0; round < 40; round++) {
            int users = random.nextInt(1, 7);
            long near = capacity - random.nextInt(1, 60);
            String sources = IntStream.range(0, users)
                    .mapToObj(user -> "  s%d: {family: countdown, levels: [1], domain: d%d, first: %d}\n"
                            .formatted(user, random.nextInt(3), Math.min(near + random.nextInt(3), capacity - 1)))
                    .collect(Collectors.joining());
            String strategies = IntStream.range(0, users)
                    .mapToObj("- {strategy: rule, source: s%d}\n"::formatted)
                    .collect(Collectors.joining());

            Map<String, RecipeCell> cells = cells("sources:\n" + sources + "strategies:\n" + strategies);

            List<Long> dealt = cells.values().stream()
                    .flatMap(cell -> cell.getSupplies().stream())
                    .flatMap(supply -> indexes(supply).boxed())
                    .toList();
            Set<Long> distinct = new HashSet<>(dealt);
            assertThat(distinct).hasSameSizeAs(dealt).allMatch(index -> index < capacity);
            assertThat(distinct)
                    .containsAll(LongStream.range(near + 2, capacity).boxed().toList());
        }
    }

    private static LongStream indexes(Supply supply) {
        FamilyItems family = Objects.requireNonNull(supply.getFamily());
        return LongStream.range(0, Objects.requireNonNull(supply.getItems()))
                .map(item -> family.getFirst() + item * family.getStep());
    }

    private Map<String, RecipeCell> cells(String rest) {
        return Written.cells(directory, Written.with(rest));
    }

    private List<String> problems(String rest) {
        return Written.problems(directory, Written.with(rest));
    }
}
