package io.millrace.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.TestSeeds;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AliasesTest {

    private static final SamplingRange WARM = new SamplingRange(new Range(0.2, 0.9), null, 100, 5L);
    private static final int SAMPLES = 4_000;

    private final ScriptedModel model = new ScriptedModel(request -> "42");
    private final Aliases aliases = aliases(alias("small", 3), alias("large", 1), alias("dear", 0));

    @Test
    void obeysTheSeed() {
        assertThat(IntStream.range(0, 20).mapToObj(index -> aliases.choose(seed("a", "dear"), index)))
                .extracting(Teacher::identity)
                .containsOnly("dear/1");
    }

    @Test
    void refusesASeedThatAsksForAModelThatThereIsNot() {
        assertThatExceptionOfType(UnusableSeedException.class)
                .isThrownBy(() -> aliases.choose(seed("a", "tiny"), 0))
                .withMessage("the seed asks for none of the models [dear, large, small]");
    }

    @Test
    void drawsByWeightWhereTheSeedNamesNone() {
        Map<String, Long> drawn = IntStream.range(0, SAMPLES)
                .mapToObj(index -> aliases.choose(seed("a"), index).identity())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(drawn).containsOnlyKeys("small/1", "large/1");
        assertThat(drawn.get("large/1")).isBetween(SAMPLES / 4 - 150L, SAMPLES / 4 + 150L);
    }

    @Test
    void drawsTheSameForTheSameSeedAndSampleAndOthersForOthers() {
        List<Teacher> drawn = draw(aliases, "a");

        assertThat(draw(aliases(alias("dear", 0), alias("large", 1), alias("small", 3)), "a"))
                .isEqualTo(drawn);
        assertThat(draw(aliases, "b")).isNotEqualTo(drawn);
    }

    @Test
    void drawsASamplingFromItsRangeForEachSample() {
        List<Double> temperatures = draw(aliases, "a").stream()
                .map(teacher -> teacher.sampling().getTemperature())
                .toList();

        assertThat(temperatures).allSatisfy(value -> assertThat(value).isBetween(0.2, 0.9));
        assertThat(temperatures.stream().distinct().count()).isGreaterThan(40);
        assertThat(aliases.choose(seed("a"), 0).sampling())
                .satisfies(sampling -> assertThat(sampling.getTopP()).isNull())
                .satisfies(sampling -> assertThat(sampling.getMaxTokens()).isEqualTo(100))
                .satisfies(sampling -> assertThat(sampling.getSeed()).isEqualTo(5));
    }

    @Test
    void hasAnotherFingerprintForWhateverCouldGiveOtherAnswers() {
        assertThat(Stream.of(
                                aliases(alias("a", 1), alias("b", 1)),
                                aliases(alias("a", 1), alias("c", 1)),
                                aliases(alias("a", 1), alias("b", 2)),
                                aliases(alias("a", 1), new Alias("b", model, "b/2", WARM, 1)),
                                aliases(alias("a", 1), new Alias("b", model, "b/1", cool(), 1)))
                        .map(Aliases::fingerprint))
                .doesNotHaveDuplicates();
        assertThat(aliases(alias("b", 1), alias("a", 1)).fingerprint())
                .isEqualTo(aliases(alias("a", 1), alias("b", 1)).fingerprint());
    }

    @Test
    void refusesTwoOfOneName() {
        assertThatIllegalArgumentException().isThrownBy(() -> aliases(alias("a", 1), alias("a", 1)));
    }

    @Test
    void refusesWeightsThatNothingCanBeDrawnBy() {
        assertThatIllegalArgumentException().isThrownBy(() -> aliases(alias("a", 0), alias("b", 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> alias("a", -1));
    }

    private static List<Teacher> draw(Aliases aliases, String seed) {
        return IntStream.range(0, 50)
                .mapToObj(index -> aliases.choose(seed(seed), index))
                .toList();
    }

    private static SamplingRange cool() {
        return new SamplingRange(new Range(0, 0.1), null, 100, 5L);
    }

    private static Aliases aliases(Alias... aliases) {
        return new Aliases(List.of(aliases));
    }

    private Alias alias(String name, int weight) {
        return new Alias(name, model, name + "/1", WARM, weight);
    }

    private static Seed seed(String id) {
        return TestSeeds.seed(TestSeeds.math()).setId(id).build();
    }

    private static Seed seed(String id, String model) {
        return Seed.newBuilder(seed(id))
                .setStrategy(new StrategyCall("distillation", Map.of("model", model)))
                .build();
    }
}
