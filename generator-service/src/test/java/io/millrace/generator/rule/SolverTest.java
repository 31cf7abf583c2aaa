package io.millrace.generator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Solution;
import io.millrace.generator.rule.number.Formula;
import io.millrace.schemas.Split;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SolverTest {

    private static final int ITEMS = 200;
    private static final Pattern EQUATION =
            Pattern.compile("(?:.*: )?([-0-9(][-+*/(). 0-9]*) = ([-0-9(][-+*/(). 0-9]*)");

    static Stream<Family> families() {
        return new Families().all().stream();
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyFamilySolvesItsOwnItems(Family family) {
        assertThat(items(family))
                .allMatch(item -> item.solver().test(item.solution().answer()));
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyMistakeIsWrong(Family family) {
        for (Item item : items(family)) {
            for (int pick = 0; pick < item.mistakes().size(); pick++) {
                Solution mistaken = item.mistaken(pick);

                assertThat(item.solver().test(mistaken.answer())).isFalse();
                assertThat(mistaken.answer())
                        .isNotEqualTo(item.solution().answer())
                        .isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void noAttackIsSolved(Family family) {
        for (Item item : items(family)) {
            String answer = item.solution().answer();
            List<String> attacks = List.of(
                    "",
                    " ",
                    "True",
                    "[]",
                    "None",
                    "NaN",
                    "1/0",
                    "()",
                    "9".repeat(400),
                    "(".repeat(500),
                    answer + "1",
                    answer + " or not",
                    answer + " = " + answer,
                    item.prompt(),
                    "__import__('os')",
                    "\u0661\u0662",
                    "1e99",
                    "\u221e");

            assertThat(attacks).noneMatch(item.solver());
        }
    }

    @Test
    void restatingTheQuestionIsNoAnswer() {
        Family arithmetic = new Families().named("arithmetic");
        for (Item item : items(arithmetic)) {
            String premise = item.prompt().replaceAll("^[A-Za-z ]*| exactly|[.?]$", "");

            assertThat(Formula.comesTo(Formula.read(item.solution().answer()).value(), premise))
                    .isTrue();
            assertThat(item.solver().test(premise)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void theAnswerOfAnotherItemIsNoAnswer(Family family) {
        List<Item> items = items(family);
        for (int at = 1; at < items.size(); at++) {
            Item item = items.get(at);
            String other = items.get(at - 1).solution().answer();

            assertThat(item.solver().test(other))
                    .isEqualTo(other.equals(item.solution().answer()));
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void noConstantSolvesMoreThanAFewItems(Family family) {
        List<Item> items = items(family);
        for (String constant : List.of("0", "1", "2", "3", "4", "5", "6", "8", "10", "12")) {
            assertThat(items.stream()
                            .filter(item -> item.solver().test(constant))
                            .count())
                    .as("items that %s solves", constant)
                    .isLessThan(items.size() / 8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"arithmetic", "word-problems", "number-theory", "countdown"})
    void everyEquationOfAWorkedSolutionHolds(String name) {
        for (Item item : items(new Families().named(name))) {
            for (String step : item.solution().steps()) {
                Matcher equation = EQUATION.matcher(step);
                if (equation.matches()) {
                    assertThat(Formula.comesTo(Formula.read(equation.group(2)).value(), equation.group(1)))
                            .as(step)
                            .isTrue();
                }
            }
        }
    }

    private static List<Item> items(Family family) {
        return IntStream.range(0, ITEMS)
                .mapToObj(index -> family.item(Split.TEST, index % family.levels() + 1, index))
                .toList();
    }
}
