package io.millrace.generator.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Solution;
import io.millrace.generator.rule.item.Wording;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.Hash;
import io.millrace.schemas.PuzzleTask;
import io.millrace.schemas.Split;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FamilyTest {

    private static final Families FAMILIES = new Families();
    /** The easiest level has the fewest items, so it would repeat itself first. */
    private static final int MANY = 20_000;
    /** Some items are dear to make; {@code millrace families --check} compares more of them. */
    private static final int MANY_DEAR = 1_000;

    private static final Set<String> DEAR = Set.of(
            "code-synthesis", "zebra", "sudoku", "tables", "planning", "graphs", "code-prediction", "rule-induction");

    private static final int FEW = 300;

    static Stream<Family> families() {
        return FAMILIES.all().stream();
    }

    @ParameterizedTest
    @MethodSource("families")
    void noItemComesTwice(Family family) {
        int many = DEAR.contains(family.name()) ? MANY_DEAR : MANY;
        for (int level = 1; level <= family.levels(); level++) {
            int count = level == 1 ? many : FEW;

            assertThat(prompts(family, Split.TRAIN, level, count)).hasSize(count);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void splitsShareNoItem(Family family) {
        for (int level = 1; level <= family.levels(); level++) {
            Set<String> all = new HashSet<>();
            for (Split split : List.of(Split.TRAIN, Split.VALIDATION, Split.TEST)) {
                all.addAll(prompts(family, split, level, FEW));
            }

            assertThat(all).hasSize(3 * FEW);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void anUnassignedItemIsATrainingItem(Family family) {
        assertThat(family.item(Split.UNASSIGNED, 1, 5).task())
                .isEqualTo(family.item(Split.TRAIN, 1, 5).task());
    }

    @ParameterizedTest
    @MethodSource("families")
    void everySplitEndsExactlyAtItsCapacity(Family family) {
        for (Split split : List.of(Split.TRAIN, Split.VALIDATION, Split.TEST)) {
            long capacity = family.capacity(1, split);

            assertThat(family.item(split, 1, capacity - 1).prompt()).isNotBlank();
            assertThatThrownBy(() -> family.item(split, 1, capacity))
                    .isInstanceOf(UnusableSeedException.class)
                    .hasMessageContaining("only %d items".formatted(capacity));
            assertThatThrownBy(() -> family.item(split, 1, -1)).isInstanceOf(UnusableSeedException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void levelsOutsideTheRangeAreRefused(Family family) {
        for (int level : new int[] {0, -1, family.levels() + 1, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> family.capacity(level, Split.TRAIN))
                    .isInstanceOf(UnusableSeedException.class)
                    .hasMessageContaining("levels 1 to " + family.levels());
        }
    }

    /** Whoever changes an item or a wording raises the family's version, and only then writes down the new hash. */
    @ParameterizedTest
    @CsvSource({
        "arithmetic, 1, 2d2a13ced21feb84",
        "word-problems, 1, bfe87c0001ac74d4",
        "number-theory, 1, e07566c1c2e1f86b",
        "countdown, 1, 771770ec62bb2675",
        "string-transforms, 1, fe566b8de7b09985",
        "code-synthesis, 1, 7a9454b1e9ebb84a",
        "equations, 1, fd0f23e276c63892",
        "polynomials, 1, 01eeed5209325221",
        "calendar, 1, e39e340236bb6189",
        "knights, 1, a5d07b1f50ddef56",
        "zebra, 1, 2707f33687258973",
        "sudoku, 1, 41c34da2b402d2f8",
        "graphs, 1, c9f552817df412c0",
        "code-prediction, 1, c46fceb8a2ef557b",
        "rule-induction, 1, 9a76bc53d4172c1d",
        "tables, 1, 34a19350a0d3e430",
        "extraction, 1, 902009396bf3cf82",
        "planning, 1, 8e8d822404b34538",
        "tool-use, 1, 960938da903f62d0",
        "instructions, 1, 768b99819308ce33"
    })
    void itemsOfAVersionNeverChange(String name, int version, String expected) {
        Family family = FAMILIES.named(name);
        List<String> parts = new ArrayList<>();
        for (int level = 1; level <= family.levels(); level++) {
            for (int index = 0; index < 20; index++) {
                Item item = family.item(Split.TRAIN, level, index);
                parts.addAll(whatIsAsked(item));
                parts.add(item.solution().text(Wording.LINES));
                parts.add(item.mistaken(index).text(Wording.LINES));
            }
        }

        assertThat(family.version()).isEqualTo(version);
        assertThat(Hash.of(parts).substring(0, 16)).isEqualTo(expected);
    }

    /** Field by field, because a task gains optional fields that are no part of an item. */
    private static List<String> whatIsAsked(Item item) {
        CodeTask code = item.task().getCode();
        PuzzleTask puzzle = item.task().getPuzzle();
        return Stream.of(item.prompt(), code == null ? "" : code.getTests(), puzzle == null ? "" : puzzle.getGiven())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("families")
    void wordingsOfASolutionDifferButForItsEnd(Family family) {
        Solution solution = family.item(Split.TRAIN, family.levels(), 3).solution();

        List<String> texts = solution.wordings().stream()
                .map(wording -> solution.text(wording))
                .toList();

        assertThat(texts).doesNotHaveDuplicates().allMatch(text -> text.endsWith(solution.ending()));
    }

    @Test
    void anUnknownFamilyIsRefusedWithTheNamesOfTheKnown() {
        assertThatThrownBy(() -> FAMILIES.named("no-such-family"))
                .isInstanceOf(UnusableSeedException.class)
                .hasMessageContaining("no-such-family")
                .hasMessageContaining("countdown");
    }

    @Test
    void aHostileFamilyNameIsCutInTheMessage() {
        assertThatThrownBy(() -> FAMILIES.named("x".repeat(5_000)))
                .isInstanceOf(UnusableSeedException.class)
                .message()
                .hasSizeLessThan(400);
    }

    private static Set<String> prompts(Family family, Split split, int level, long count) {
        Set<String> prompts = new HashSet<>();
        LongStream.range(0, count)
                .forEach(index -> prompts.add(family.item(split, level, index).prompt()));
        return prompts;
    }

    @Test
    void neighbouringItemsHaveNothingInCommonButTheirKind() {
        Family family = FAMILIES.named("arithmetic");

        List<String> answers = IntStream.range(0, 200)
                .mapToObj(index -> family.item(Split.TRAIN, 5, index).solution().answer())
                .distinct()
                .toList();

        assertThat(answers).hasSizeGreaterThan(190);
    }
}
