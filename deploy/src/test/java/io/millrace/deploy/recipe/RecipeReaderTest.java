package io.millrace.deploy.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.holdout.Holdout;
import io.millrace.schemas.AcceptanceFloor;
import io.millrace.schemas.Budget;
import io.millrace.schemas.Feedback;
import io.millrace.schemas.RecipeGoal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeReaderTest {

    private static final String STRATEGIES = "strategies: [{strategy: persona}]\n";

    @TempDir
    private Path directory;

    @Test
    void whatIsLeftOutIsAsUsual() {
        Plan plan = Written.plan(directory, Written.with(STRATEGIES));

        assertThat(plan.dataset()).isEqualTo("drilled");
        assertThat(plan.inFlight()).isEqualTo(1_000);
        assertThat(plan.budget()).isNull();
        assertThat(plan.checks()).isEmpty();
        assertThat(plan.target()).isEqualTo(new Plan.Target(RecipeGoal.ACCEPTED, 100, 0, null));
        assertThat(plan.mixture()).isEqualTo(Mixture.ANYTHING);
        assertThat(plan.uses().getFirst().weight()).isEqualTo(1);
    }

    @Test
    void readsWhatItSays() {
        Plan plan = Written.plan(directory, """
                recipe: r-1
                dataset: other
                target: {accepted: 20, overshoot: 2, floor: 0.25, floorAfter: 50}
                inFlight: 7
                budget: {tokens: 1000000, costMicros: 5}
                checks: strict
                holdout: 0.25
                feedback: {submit: true, most: 7}
                """ + STRATEGIES);

        assertThat(plan.name()).isEqualTo("r-1");
        assertThat(plan.dataset()).isEqualTo("other");
        assertThat(plan.target()).isEqualTo(new Plan.Target(RecipeGoal.ACCEPTED, 20, 2, new AcceptanceFloor(0.25, 50)));
        assertThat(plan.inFlight()).isEqualTo(7);
        assertThat(plan.budget()).isEqualTo(new Budget(1_000_000L, 5L));
        assertThat(plan.checks()).contains("strict");
        assertThat(plan.holdout()).isEqualTo(new Holdout(0.25));
        assertThat(plan.feedback()).isEqualTo(new Feedback(true, 0.8, 3, 7L));
    }

    @Test
    void tellsWhatIsWrongWithWhatFollowsFromReports() {
        assertThat(Written.problems(
                        directory,
                        Written.with("feedback:\n  submit: perhaps\n  below: 1.1\n  most: 0\n" + STRATEGIES)))
                .satisfiesExactly(
                        submit -> assertThat(submit).contains("feedback.submit' must be true or false"),
                        below -> assertThat(below).contains("feedback.below' must be a number above 0"),
                        most -> assertThat(most).contains("feedback.most' must be a whole number from 1 to 1000000"));
    }

    @Test
    void tellsAllProblemsAtOnceEachWithItsLine() {
        assertThat(Written.problems(directory, """
                recipe: ../x
                target:
                  seeds: 5
                  overshoot: 1
                inFlight: -1
                colour: red
                sources:
                  drills: {family: nonsense}
                  others: {family: countdown, levels: [1, 99]}
                strategies:
                - {strategy: juggling}
                - {strategy: rule}
                - {strategy: rule, source: drills, weight: 0}
                - {strategy: persona, source: others}
                - {strategy: rule, source: unheard-of}
                """))
                .satisfiesExactly(
                        name -> assertThat(name).startsWith("1: field 'recipe' must be 1 to 100 letters"),
                        overshoot -> assertThat(overshoot)
                                .isEqualTo("4: field 'target.overshoot' needs the target accepted"),
                        inFlight -> assertThat(inFlight)
                                .isEqualTo("5: field 'inFlight' must be a whole number from 1 to 1000000"),
                        colour -> assertThat(colour)
                                .startsWith("6: there is no field 'colour'; there are recipe, dataset,"),
                        family -> assertThat(family)
                                .startsWith("8: no family is called \"nonsense\"; there are [arithmetic"),
                        level -> assertThat(level).startsWith("9: family countdown has levels 1 to "),
                        unknown -> assertThat(unknown)
                                .startsWith("11: field 'strategies.strategy' is none of api-call, best-of-n, "),
                        needs -> assertThat(needs).isEqualTo("12: strategy rule needs a source"),
                        weight -> assertThat(weight)
                                .isEqualTo(
                                        "13: field 'strategies.weight' must be a number above 0 and at most 1000000"),
                        unfit -> assertThat(unfit)
                                .isEqualTo(
                                        "14: field 'strategies.source' is nothing that strategy persona can start from"),
                        missing -> assertThat(missing)
                                .isEqualTo("15: field 'strategies.source' is none of the sources [drills, others]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "target: {}|the target is one of accepted, seeds and candidates",
                "target: {accepted: 1, seeds: 2}|the target is one of accepted, seeds and candidates",
                "target: {accepted: 0}|field 'target.accepted' must be a whole number from 1 to 1000000000",
                "target: {accepted: 1e3}|field 'target.accepted' must be a whole number from 1 to 1000000000",
                "target: {accepted: 99999999999999999999}|field 'target.accepted' must be a whole number from 1 to 1000000000",
                "target: {accepted: [1]}|field 'target.accepted' is not a single value",
                "target: {accepted: }|field 'target.accepted' is not a single value",
                "target: {accepted: 1, floor: 1.5}|field 'target.floor' must be a number above 0 and at most 1",
                "target: {accepted: 1, floorAfter: 5}|field 'target.floorAfter' needs the field floor",
                "target: many|'target' is not a mapping",
                "'target: {seeds: 1}\nbudget: {}'|field 'budget' needs tokens, costMicros or both",
                "'target: {seeds: 1}\nbudget: {euros: 1}'|there is no field 'budget.euros'; there are tokens, costMicros",
                "'target: {seeds: 1}\nmixture: {domain: {a/b: 1}}'|field 'mixture.domain.a/b' is no value",
                "'target: {seeds: 1}\nmixture: {domain: {a: -1}}'|field 'mixture.domain.a' must be a number above 0",
                "'target: {seeds: 1}\nmixture: {domain: {}}'|field 'mixture.domain' must not be empty",
                "'target: {seeds: 1}\ntarget: {seeds: 1}'|field 'target' is there twice",
                "'target: {seeds: 1}\n[a]: b'|a field's name is not a single value"
            })
    void refuses(String text, String reason) {
        String recipe = "recipe: drilled\n" + text.replace("\\n", "\n") + "\n" + STRATEGIES;

        assertThat(Written.problems(directory, recipe)).anyMatch(problem -> problem.contains(": " + reason));
    }

    @Test
    void namesTheLineOfTheFieldNotOfItsValue() {
        assertThat(Written.problems(directory, Written.with("mixture:\n  colour:\n    red: 1\n" + STRATEGIES)))
                .containsExactly("4: there is no field 'mixture.colour'; there are domain, difficulty, language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"strategies: []", "strategies: persona", "dataset: other"})
    void refusesARecipeWithoutStrategies(String rest) {
        assertThat(Written.problems(directory, Written.with(rest)))
                .last()
                .asString()
                .endsWith("field 'strategies' must be a list of 1 to 200 strategies");
    }

    @Test
    void aParameterThatTheSourceGivesIsNoneToSet() {
        assertThat(Written.problems(directory, Written.with("""
                sources: {drills: {family: countdown}}
                strategies: [{strategy: distillation, source: drills, models: {a: 1}, parameters: {index: 7, model: b}}]
                """)))
                .isEqualTo(List.of(
                        "4: field 'strategies.parameters.index' is given by the source",
                        "4: field 'strategies.models' cannot stand beside the parameter model"));
    }

    @Test
    void refusesMoreCellsAndSuppliesThanThereMayBe() {
        String values = "{%s}".formatted(String.join(", ", numbers(40)));
        assertThat(Written.problems(
                        directory,
                        Written.with("mixture: {domain: %1$s, difficulty: %1$s}\n".formatted(values) + STRATEGIES)))
                .containsExactly("3: field 'mixture' makes 1600 cells, more than 1000");
        assertThat(Written.problems(
                        directory,
                        Written.with("strategies: [{strategy: persona, parameters: {a: [%1$s], b: [%1$s], c: [%1$s]}}]"
                                .formatted("1, 2, 3, 4, 5, 6, 7, 8, 9, 10"))))
                .containsExactly("3: field 'strategies.parameters' and models make more than 64 supplies");
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj("v%d: 1"::formatted).toList();
    }
}
