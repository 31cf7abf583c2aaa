package io.millrace.generator.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.Sample;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Split;
import io.millrace.schemas.Task;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleStrategyTest {

    private final Families families = new Families();
    private final RuleStrategy rule = new RuleStrategy(families);

    @Test
    void answersAnItemWithItsWorkedSolution() {
        Seed seed = FamilySeeds.seed("arithmetic", 2, 4).build();

        Draft draft = drafts(seed).getFirst();

        assertThat(draft.task()).isEqualTo(families.task(seed));
        assertThat(draft.calls()).isEmpty();
        assertThat(draft.messages()).extracting(Message::getRole).containsExactly("user", "assistant");
        assertThat(draft.messages().getLast().getContent())
                .endsWith("Answer: "
                        + Objects.requireNonNull(draft.task().getMath()).getAnswer());
    }

    @Test
    void wordsEverySampleOfASeedDifferently() {
        Seed seed = FamilySeeds.seed("countdown", 2, 4).setSamples(4).build();

        List<Draft> drafts = drafts(seed);

        assertThat(drafts)
                .hasSize(4)
                .extracting(draft -> draft.messages().getLast())
                .doesNotHaveDuplicates();
        assertThat(drafts).extracting(Draft::task).containsOnly(families.task(seed));
        assertThat(rule.make(seed)).extracting(Sample::index).containsExactly(0, 1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 5, Integer.MAX_VALUE})
    void moreOrFewerSamplesThanWordingsAreRefused(int samples) {
        Seed seed = FamilySeeds.seed("countdown", 2, 4).setSamples(samples).build();

        assertThatThrownBy(() -> rule.make(seed)).isInstanceOf(UnusableSeedException.class);
    }

    @Test
    void theSplitOfASeedChoosesTheItem() {
        Seed.Builder seed = FamilySeeds.seed("arithmetic", 1, 0);

        Task training = families.task(seed.build());
        Task test = families.task(seed.setSplit(Split.TEST).build());

        assertThat(test).isNotEqualTo(training);
    }

    @ParameterizedTest
    @CsvSource({
        "arithmetic, 0, 0, 1",
        "arithmetic, -1, 0, 1",
        "arithmetic, 4294967297, 0, 1",
        "arithmetic, one, 0, 1",
        "arithmetic, 1, -1, 1",
        "arithmetic, 1, 0x1, 1",
        "arithmetic, 1, 999999999999999999, 1",
        "arithmetic, 1, 9999999999999999999999, 1",
        "arithmetic, 1, 0, 2",
        "arithmetic, 1, 0, old",
        "poetry, 1, 0, 1"
    })
    void parametersThatNameNoItemAreRefused(String family, String level, String index, String version) {
        Seed seed = FamilySeeds.seed(Map.of("family", family, "level", level, "index", index, "familyVersion", version))
                .build();

        assertThatThrownBy(() -> rule.make(seed)).isInstanceOf(UnusableSeedException.class);
    }

    @Test
    void aSeedWithoutAFamilyIsRefused() {
        assertThatThrownBy(() -> rule.make(FamilySeeds.seed(Map.of()).build()))
                .isInstanceOf(UnusableSeedException.class);
    }

    @Test
    void aSeedThatBringsItsOwnTaskIsRefused() {
        Task task = Task.newBuilder().setMath(new MathTask("1 + 1", "2", null)).build();
        Seed seed = FamilySeeds.seed("arithmetic", 1, 0).setTask(task).build();

        assertThatThrownBy(() -> rule.make(seed)).isInstanceOf(UnusableSeedException.class);
    }

    private List<Draft> drafts(Seed seed) {
        return rule.make(seed).stream()
                .map(sample -> ((Sample.Made) sample).draft())
                .toList();
    }
}
