package io.millrace.verifier.code;

import io.millrace.schemas.CodeCase;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import java.util.List;

/**
 * Programs in JavaScript or Java that want to pass without solving their task, and proper ones. The headings in their file
 * say whether their functions are called or they are commands, and whether they are right.
 */
public record ForeignCodeProbes(Language language) implements ProbeSuite {

    private static final String SQUARES = """
            {"arguments":[3],"expected":9}
            {"arguments":[-4],"expected":16}
            """;

    public static ForeignCodeProbes of(Language language) {
        return new ForeignCodeProbes(language);
    }

    @Override
    public String check() {
        return ProgramTests.nameFor(language);
    }

    @Override
    public List<Probe> probes() {
        return ProgramFile.sections("probes." + language.label() + ".txt").entrySet().stream()
                .map(section -> probe(section.getKey(), section.getValue()))
                .toList();
    }

    private Probe probe(String name, String program) {
        Task task = name.startsWith("command ") ? command() : calls();
        return Probe.of(name, task, "```" + language.label() + "\n" + program + "\n```", name.contains(" right: "));
    }

    private Task calls() {
        return task("Write f, which squares an integer.", SQUARES, List.of());
    }

    private Task command() {
        List<CodeCase> cases = List.of(new CodeCase("1 2\n", "3\n"), new CodeCase("3 4\n", "7\n"));
        return task("Read two integers and write their sum.", "", cases);
    }

    private Task task(String problem, String tests, List<CodeCase> cases) {
        return Task.newBuilder()
                .setCode(CodeTask.newBuilder()
                        .setProblem(problem)
                        .setLanguage(language.label())
                        .setEntryPoint(cases.isEmpty() ? "f" : "")
                        .setTests(tests)
                        .setCases(cases)
                        .build())
                .build();
    }
}
