package io.millrace.generator.rule.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.generator.rule.logic.Clue;
import io.millrace.generator.rule.logic.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZebraTest {

    private static final Row ROW = new Row(List.of(List.of("Eva", "Ana", "Boris"), List.of("dog", "cat", "snail")));

    @Test
    void everythingThatIsSaidOfARowIsTrueOfIt() {
        assertThat(ROW.clues()).isNotEmpty().allMatch(ROW::holds);
    }

    @Test
    void allThatCanBeSaidLeavesNoOtherRow() {
        assertThat(ROW.other(ROW.clues())).isEmpty();
        assertThat(ROW.solved(ROW.clues())).isEqualTo(ROW);
    }

    @Test
    void tooFewCluesLeaveAnotherRowForWhichTheyHold() {
        List<Clue> clues = ROW.clues().subList(0, 1);

        assertThat(ROW.other(clues)).hasValueSatisfying(other -> {
            assertThat(other).isNotEqualTo(ROW);
            assertThat(clues).allMatch(other::holds);
        });
    }

    @Test
    void theFormShowsNothingOfTheSolution() {
        assertThat(ROW.form()).isEqualTo("Ana cat; Boris dog; Eva snail");
        assertThat(ROW.text()).isEqualTo("Eva dog; Ana cat; Boris snail");
    }
}
