package io.millrace.generator.rule.family;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Solution;
import io.millrace.generator.rule.item.Wording;
import io.millrace.generator.rule.program.Examples;
import io.millrace.generator.rule.program.Program;
import io.millrace.generator.rule.program.ProgramLevels;
import io.millrace.generator.rule.program.Vocabulary;
import io.millrace.generator.rule.space.Choices;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.Task;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Python functions to write to a specification; hidden tests tell them from programs that differ in one operation. */
public final class CodeSynthesis {

    private static final List<String> NAMES = List.of("solve", "process", "transform", "compute");

    private CodeSynthesis() {}

    public static Family family() {
        return new Family("code-synthesis", 1, ProgramLevels.of(CodeSynthesis::item));
    }

    private static <T> Item item(Program<T> program, Vocabulary<T> vocabulary, Choices chance) {
        Examples<T> examples = Examples.of(program, () -> vocabulary.sample().apply(chance));
        String name = chance.of(NAMES);
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
