package io.millrace.generator.rule.family;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.number.Operator;
import io.millrace.generator.rule.number.Rational;
import io.millrace.schemas.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CountdownTest {

    private final Family countdown = Countdown.family();

    @Test
    void anExhaustiveSearchReachesEveryTarget() throws JsonProcessingException {
        for (int index = 0; index < 40; index++) {
            String given = given(countdown.item(Split.TRAIN, 1 + index % 2, index));
            JsonNode game = new ObjectMapper().readTree(given);
            List<Rational> numbers = new ArrayList<>();
            game.get("numbers").forEach(number -> numbers.add(Rational.of(number.asLong())));

            assertThat(reaches(numbers, Rational.of(game.get("target").asLong())))
                    .as(given)
                    .isTrue();
        }
    }

    @Test
    void theGivenNumbersAndTargetAreCanonicalJson() {
        assertThat(given(countdown.item(Split.TRAIN, 3, 0)))
                .matches("\\{\"numbers\":\\[\\d+(,\\d+){4}],\"target\":\\d+}");
    }

    @Test
    void aNumberUsedTwiceOrLeftOutSolvesNothing() {
        Item item = countdown.item(Split.TRAIN, 1, 0);
        String answer = item.solution().answer();

        assertThat(item.solver().test(answer + " + 5 - 5")).isFalse();
        assertThat(item.solver().test(given(item).replaceAll(".*:(\\d+)}", "$1")))
                .isFalse();
        assertThat(item.solver().test("(" + answer + ")")).isTrue();
    }

    private static String given(Item item) {
        return Objects.requireNonNull(item.task().getPuzzle()).getGiven();
    }

    private static boolean reaches(List<Rational> numbers, Rational target) {
        if (numbers.size() == 1) {
            return numbers.getFirst().equals(target);
        }
        for (int left = 0; left < numbers.size(); left++) {
            for (int right = 0; right < numbers.size(); right++) {
                for (Operator operator : Operator.values()) {
                    boolean possible = left != right
                            && (operator != Operator.OVER || numbers.get(right).signum() != 0);
                    if (possible && reaches(joined(numbers, left, operator, right), target)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<Rational> joined(List<Rational> numbers, int left, Operator operator, int right) {
        List<Rational> rest = new ArrayList<>(numbers);
        rest.remove(Math.max(left, right));
        rest.remove(Math.min(left, right));
        rest.add(operator.of(numbers.get(left), numbers.get(right)));
        return rest;
    }
}
