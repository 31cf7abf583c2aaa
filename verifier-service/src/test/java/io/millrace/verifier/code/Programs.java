package io.millrace.verifier.code;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Programs and jobs that the tests of this package share. */
final class Programs {

    static final String SQUARE = "def f(x):\n    return x * x\n";
    static final String SQUARE_TESTS = "assert f(3) == 9\nassert f(-4) == 16\n";
    static final Limits TIGHT = new Limits(Duration.ofMillis(300), 512L << 20, 64L << 10);

    /** The harnesses of programs whose functions are called. */
    static final List<Run.Harness> HARNESSES = List.of(Run.Harness.SPLIT, Run.Harness.VALUES_OUT);

    private Programs() {}

    static Job command(String program, Case... cases) {
        return new Job(Language.PYTHON, program, "", "", "", TIGHT, List.of(cases));
    }

    static Job job(String program, String tests) {
        return new Job(program, tests, "f", "", TIGHT);
    }

    /** The same tests for one harness or the other: a statement that is no assertion makes a script of them. */
    static String testsFor(Run.Harness harness, String assertions) {
        return switch (harness) {
            case VALUES_OUT -> assertions;
            case STREAMS, QUERY, MUTANTS -> throw new IllegalArgumentException("no function is called");
            case SPLIT -> assertions + "\npass\n";
        };
    }

    static Job healthy() {
        return job(SQUARE, SQUARE_TESTS);
    }

    static SlotSettings settings(int slots, SlotSettings.Layer... layers) {
        return new SlotSettings(null, slots, Set.of(layers));
    }
}
