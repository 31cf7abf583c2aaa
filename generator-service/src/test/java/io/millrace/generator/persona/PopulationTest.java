package io.millrace.generator.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.millrace.generator.rule.space.Chance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PopulationTest {

    private static final int DRAWS = 20_000;
    private static final int SIGMAS = 4;

    @Test
    void isDrawnFromAsItsSharesSay() {
        Population population = new Persona().usual();
        List<Map<String, String>> people = Stream.iterate(0L, seed -> seed + 1)
                .limit(DRAWS)
                .map(seed -> population.draw(new Chance(seed)))
                .toList();

        expected(population).forEach((name, shares) -> {
            assertThat(shares.values().stream().mapToDouble(share -> share).sum())
                    .isCloseTo(1, within(1e-9));
            shares.forEach((value, share) -> {
                long drawn = people.stream()
                        .filter(person -> value.equals(person.get(name)))
                        .count();
                double sigma = Math.sqrt(DRAWS * share * (1 - share));
                assertThat((double) drawn).as(name + ": " + value).isCloseTo(DRAWS * share, within(SIGMAS * sigma));
            });
        });
        assertThat(people)
                .filteredOn(person -> "80 or older".equals(person.get("age band")))
                .isNotEmpty()
                .allSatisfy(person -> assertThat(person).containsEntry("occupation", "retired"));
    }

    /** What share of all people has each value, by dimension. */
    private static Map<String, Map<String, Double>> expected(Population population) {
        Map<String, Map<String, Double>> marginals = new HashMap<>();
        for (Dimension dimension : population.dimensions()) {
            Map<String, Double> conditions = dimension
                    .given()
                    .map(given -> marginals.getOrDefault(given, Map.of()))
                    .orElse(Map.of("", 1.0));
            Map<String, Double> shares = new HashMap<>();
            conditions.forEach((condition, weight) -> dimension
                    .sharesBy()
                    .getOrDefault(condition, Map.of())
                    .forEach((value, share) -> shares.merge(value, weight * share / Dimension.WHOLE, Double::sum)));
            marginals.put(dimension.name(), shares);
        }
        return marginals;
    }

    static Stream<String> declarationsThatDoNotFit() {
        return Stream.of(
                "",
                "[]",
                "null",
                "{}",
                "{\"dimensions\":[]}",
                "{\"dimensions\":[{\"name\":\"mood\"}]}",
                "{\"dimensions\":[{\"name\":\"mood\",\"shares\":{}}]}",
                "{\"dimensions\":[{\"name\":\"mood\",\"shares\":{\"calm\":0.9}}]}",
                "{\"dimensions\":[{\"name\":\"mood\",\"shares\":{\"calm\":0.7,\"glad\":0.4}}]}",
                "{\"dimensions\":[{\"name\":\"mood\",\"shares\":{\"calm\":1.5,\"glad\":-0.5}}]}",
                "{\"dimensions\":[{\"name\":\"mood\",\"shares\":{\"calm\":\"1\"}}]}",
                "{\"dimensions\":[{\"name\":\"mood\",\"shares\":{\"calm\":1e999999999}}]}",
                "{\"dimensions\":[{\"name\":\"mood\",\"shares\":{\"calm\":1e-999999999}}]}",
                "{\"dimensions\":[{\"name\":\"mood\",\"shares\":{\"calm\":0.0000000001,\"glad\":0.9999999999}}]}",
                "{\"dimensions\":[{\"name\":\"mood\",\"shares\":{\"calm\":0.5,\"calm\":0.5}}]}",
                "{\"dimensions\":[{\"name\":\"Mood!\",\"shares\":{\"calm\":1}}]}",
                "{\"dimensions\":[{\"name\":\"mood\",\"shares\":{\" \":1}}]}",
                "{\"dimensions\":[{\"name\":\"mood\",\"shares\":{\"calm\":1},\"more\":1}]}",
                "{\"dimensions\":[{\"name\":\"a\",\"shares\":{\"b\":1}},{\"name\":\"a\",\"shares\":{\"b\":1}}]}",
                "{\"dimensions\":[{\"name\":\"a\",\"given\":\"b\",\"sharesBy\":{\"c\":{\"d\":1}}}]}",
                "{\"dimensions\":[{\"name\":\"a\",\"shares\":{\"b\":0.5,\"c\":0.5}},"
                        + "{\"name\":\"d\",\"given\":\"a\",\"sharesBy\":{\"b\":{\"e\":1}}}]}",
                "[".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("declarationsThatDoNotFit")
    void isNeverReadFromWhatDoesNotFit(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> Population.read(json));
    }
}
