package io.millrace.generator.rule.program;

import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Template;
import io.millrace.generator.rule.space.Choices;
import java.util.ArrayList;
import java.util.List;

/** Items about programs over numbers and over words, at three levels with more operations each. */
public final class ProgramLevels {

    private ProgramLevels() {}

    /** Makes an item of a program. */
    @FunctionalInterface
    public interface Maker {

        /** The item; chance decides whatever need not differ between items. */
        <T> Item make(Program<T> program, Vocabulary<T> vocabulary, Choices chance);
    }

    /** The templates of each level. */
    public static List<List<Template>> of(Maker maker) {
        return List.of(level(false, 1, maker), level(true, 1, maker), level(true, 2, maker));
    }

    private static List<Template> level(boolean positional, int changes, Maker maker) {
        return List.of(
                template(Numbers.vocabulary(), positional, changes, maker),
                template(Words.vocabulary(), positional, changes, maker));
    }

    private static <T> Template template(Vocabulary<T> vocabulary, boolean positional, int changes, Maker maker) {
        return (choices, chance) -> {
            List<Step<T, List<T>>> steps = new ArrayList<>();
            steps.add(choices.of(vocabulary.filters()));
            if (positional) {
                steps.add(choices.of(vocabulary.positions()));
            }
            for (int change = 0; change < changes; change++) {
                steps.add(choices.of(vocabulary.changes()));
            }
            var program = new Program<>(vocabulary.argument(), steps, choices.of(vocabulary.ends()));
            return maker.make(program, vocabulary, chance);
        };
    }
}
