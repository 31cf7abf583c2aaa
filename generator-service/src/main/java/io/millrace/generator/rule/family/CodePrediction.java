package io.millrace.generator.rule.family;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.program.Program;
import io.millrace.generator.rule.program.ProgramLevels;
import io.millrace.generator.rule.program.Step;
import io.millrace.generator.rule.program.Vocabulary;
import io.millrace.generator.rule.space.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Python functions to read: what they return for an input. The steps are the function's own, each with what it leaves. */
public final class CodePrediction {

    private static final int MAX_TRIES = 5_000;
    private static final Set<String> DULL = Set.of("0", "[]", "''", "1");

    private CodePrediction() {}

    public static Family family() {
        return new Family("code-prediction", 1, ProgramLevels.of(CodePrediction::item));
    }

    /** An input for which the program gives something that nobody would guess. */
    private static <T> List<T> telling(Program<T> program, Vocabulary<T> vocabulary, Choices chance) {
        return Stream.generate(() -> vocabulary.sample().apply(chance))
                .limit(MAX_TRIES)
                .filter(input -> !DULL.contains(result(program, input)))
                .findFirst()
                .orElseThrow();
    }

    private static <T> Item item(Program<T> program, Vocabulary<T> vocabulary, Choices chance) {
        List<T> input = telling(program, vocabulary, chance);
        String argument = program.argument().literal().apply(input);
        String prompt = "What does f(%s) return? Answer as Python's repr writes it.\n```python\n%s\n```"
                .formatted(argument, program.code("f"));
        List<String> steps = new ArrayList<>();
        List<T> values = input;
        for (Step<T, List<T>> step : program.steps()) {
            values = step.run().apply(values);
            steps.add("%s leaves %s".formatted(step.code(), values));
        }
        steps.add("The result is %s".formatted(program.end().code()));
        String answer = single(program.end().run().apply(values));
        List<String> confused = new ArrayList<>();
        program.mutants().forEach(mutant -> confused.add(result(mutant, input)));
        confused.add("None");
        return Item.text(prompt, steps, answer, result(program, input), confused.toArray(String[]::new));
    }

    private static <T> String result(Program<T> program, List<T> input) {
        return single(program.run(input));
    }

    /** The literal in the quotation marks that Python prefers; there are none within the texts. */
    private static String single(String literal) {
        return literal.replace('"', '\'');
    }
}
