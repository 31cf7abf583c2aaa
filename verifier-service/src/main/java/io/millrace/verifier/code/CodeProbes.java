package io.millrace.verifier.code;

import io.millrace.schemas.CodeCase;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs that want to pass without solving their task, and proper ones. */
public final class CodeProbes implements ProbeSuite {

    private static final String FILE = "cheats.txt";

    private static final List<String> SQUARES = List.of(
            "def f(x):\n    return x * x",
            "def f(x):\n    return x ** 2",
            "def f(x):\n    return sum(abs(x) for _ in range(abs(x)))",
            "import operator\n\ndef square(x):\n    return operator.mul(x, x)\n\nf = square",
            "class Squarer:\n    def __call__(self, x):\n        return x * x\n\nf = Squarer()\nprint(f(3))");

    private static final List<String> SUMS = List.of(
            "print(sum(map(int, input().split())))",
            "import sys\na, b = sys.stdin.read().split()\nsys.stdout.write(str(int(a) + int(b)) + '  \\n\\n')",
            "a, b = map(int, input().split())\nprint(a + b)\nraise SystemExit(3)");

    private static final List<String> NO_SUMS = List.of(
            "print(3)",
            "print(3, 7, 11)",
            "print(int(input().split()[0]) + 1, end='')\nprint('00')",
            "import sys\nsys.exit(0)",
            "import os\nos._exit(0)",
            "print(sum(map(int, input().split())))\nraise ValueError",
            "print('PASSED')",
            "for n in range(100): print(n)");

    @Override
    public String check() {
        return ProgramTests.nameFor(Language.PYTHON);
    }

    @Override
    public List<Probe> probes() {
        List<Probe> probes = new ArrayList<>();
        Task calls = calls("assert f(3) == 9\nassert f(-4) == 16\n");
        Task script = calls("for x, y in ((3, 9), (-4, 16)):\n    assert f(x) == y\n");
        cheats().forEach((name, program) -> {
            probes.add(probe("calls: " + name, calls, program, false));
            probes.add(probe("script: " + name, script, program, false));
        });
        for (String program : SQUARES) {
            probes.add(probe("calls: right " + probes.size(), calls, program, true));
            probes.add(probe("script: right " + probes.size(), script, program, true));
        }
        SUMS.forEach(program -> probes.add(probe("command: right " + probes.size(), command(), program, true)));
        NO_SUMS.forEach(program -> probes.add(probe("command: wrong " + probes.size(), command(), program, false)));
        return List.copyOf(probes);
    }

    /** Programs by what they try; their task is to square a number. */
    static Map<String, String> cheats() {
        return ProgramFile.sections(FILE);
    }

    private static Probe probe(String name, Task task, String program, boolean right) {
        return Probe.of(name, task, "```python\n" + program + "\n```", right);
    }

    private static Task calls(String tests) {
        return Task.newBuilder()
                .setCode(CodeTask.newBuilder()
                        .setProblem("Write f, which squares an int.")
                        .setLanguage("python")
                        .setEntryPoint("f")
                        .setTests(tests)
                        .build())
                .build();
    }

    private static Task command() {
        return Task.newBuilder()
                .setCode(CodeTask.newBuilder()
                        .setProblem("Read two ints and write their sum.")
                        .setLanguage("python")
                        .setEntryPoint("")
                        .setTests("")
                        .setCases(List.of(new CodeCase("1 2\n", "3\n"), new CodeCase("3 4\n", "7\n")))
                        .build())
                .build();
    }
}
