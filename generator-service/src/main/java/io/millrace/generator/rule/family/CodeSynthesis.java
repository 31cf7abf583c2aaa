package io.millrace.generator.rule.family;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Solution;
import io.millrace.generator.rule.item.Template;
import io.millrace.generator.rule.item.Wording;
import io.millrace.generator.rule.program.Examples;
import io.millrace.generator.rule.program.Numbers;
import io.millrace.generator.rule.program.Program;
import io.millrace.generator.rule.program.Step;
import io.millrace.generator.rule.program.Vocabulary;
import io.millrace.generator.rule.program.Words;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Python functions to write to a specification; hidden tests tell them from programs that differ in one operation. */
public final class CodeSynthesis {

    private static final List<String> NAMES = List.of("solve", "process", "transform", "compute");

    private CodeSynthesis() {}

    public static Family family() {
        Vocabulary<Long> numbers = Numbers.vocabulary();
        Vocabulary<String> words = Words.vocabulary();
        return new Family(
                "code-synthesis",
                1,
                List.of(
                        List.of(function(numbers, false, 1), function(words, false, 1)),
                        List.of(function(numbers, true, 1), function(words, true, 1)),
                        List.of(function(numbers, true, 2), function(words, true, 2))));
    }

    private static <T> Template function(Vocabulary<T> vocabulary, boolean positional, int changes) {
        return (choices, chance) -> {
            List<Step<T, List<T>>> steps = new ArrayList<>();
            steps.add(choices.of(vocabulary.filters()));
            if (positional) {
                steps.add(choices.of(vocabulary.positions()));
            }
            for (int change = 0; change < changes; change++) {
                steps.add(choices.of(vocabulary.changes()));
            }
            Program<T> program = new Program<>(vocabulary.argument(), steps, choices.of(vocabulary.ends()));
            return item(program, Examples.of(program, () -> vocabulary.sample().apply(chance)), chance.of(NAMES));
        };
    }

    private static <T> Item item(Program<T> program, Examples<T> examples, String name) {
        List<String> requests = program.requests();
        String problem = "Write a Python function %s(%s) that takes %s and does the following, in this order:\n%s"
                .formatted(
                        name,
                        program.argument().name(),
                        program.argument().description(),
                        Wording.NUMBERED.arrange(
                                requests.stream().map(request -> request + ".").toList()));
        String reference = program.code(name);
        CodeTask code = CodeTask.newBuilder()
                .setProblem(problem)
                .setLanguage("python")
                .setEntryPoint(name)
                .setTests(tests(program, examples, name))
                .setReferenceSolution(reference)
                .build();
        List<Supplier<Solution>> mistakes = examples.killed().stream()
                .map(mutant -> (Supplier<Solution>) () -> Solution.programmed(requests, mutant.code(name)))
                .toList();
        Task task = Task.newBuilder().setCode(code).build();
        return new Item(problem, task, Solution.programmed(requests, reference), reference::equals, mistakes);
    }

    private static <T> String tests(Program<T> program, Examples<T> examples, String name) {
        return examples.inputs().stream()
                .map(input -> "assert %s(%s) == %s"
                        .formatted(name, program.argument().literal().apply(input), program.run(input)))
                .collect(Collectors.joining("\n"));
    }
}
