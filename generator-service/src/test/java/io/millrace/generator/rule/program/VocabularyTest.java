package io.millrace.generator.rule.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.generator.rule.space.Chance;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {

    static Stream<Vocabulary<?>> vocabularies() {
        return Stream.of(Numbers.vocabulary(), Words.vocabulary());
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    <T> void everyOperationIsAskedForAndWrittenInItsOwnWords(Vocabulary<T> vocabulary) {
        for (List<Step<T, List<T>>> steps :
                List.of(vocabulary.filters(), vocabulary.positions(), vocabulary.changes())) {
            assertThat(steps).extracting(Step::request).doesNotHaveDuplicates();
            assertThat(steps).extracting(Step::code).doesNotHaveDuplicates();
        }
        assertThat(vocabulary.ends()).extracting(Step::request).doesNotHaveDuplicates();
        assertThat(vocabulary.ends()).extracting(Step::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    <T> void examplesTellEveryKilledMutantFromTheProgram(Vocabulary<T> vocabulary) {
        for (int key = 0; key < 200; key++) {
            Chance chance = new Chance(key);
            Program<T> program = new Program<>(
                    vocabulary.argument(),
                    List.of(chance.of(vocabulary.filters()), chance.of(vocabulary.changes())),
                    chance.of(vocabulary.ends()));

            Examples<T> examples =
                    Examples.of(program, () -> vocabulary.sample().apply(chance));

            assertThat(examples.killed())
                    .isNotEmpty()
                    .allMatch(mutant -> examples.inputs().stream()
                            .anyMatch(input -> !mutant.run(input).equals(program.run(input))));
            assertThat(examples.inputs().stream().map(program::run).distinct()).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    <T> void everyOperationBearsAnEmptyList(Vocabulary<T> vocabulary) {
        assertThat(vocabulary.filters())
                .allMatch(step -> step.run().apply(List.of()).isEmpty());
        assertThat(vocabulary.positions())
                .allMatch(step -> step.run().apply(List.of()).isEmpty());
        assertThat(vocabulary.changes())
                .allMatch(step -> step.run().apply(List.of()).isEmpty());
        assertThat(vocabulary.ends())
                .noneMatch(step -> step.run().apply(List.of()).isEmpty());
    }
}
