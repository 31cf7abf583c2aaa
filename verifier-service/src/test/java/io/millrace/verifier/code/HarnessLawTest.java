package io.millrace.verifier.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.verifier.check.Reason;
import io.millrace.verifier.code.Run.Harness;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random programs under random assertions. */
class HarnessLawTest {

    private static final int ROUNDS = 200;

    private static final String[] SCALARS = {
        "None",
        "True",
        "False",
        "0",
        "1",
        "-1",
        "1.0",
        "-0.0",
        "0.5",
        "1e300",
        "float('inf')",
        "float('nan')",
        "12345678901234567890123",
        "-4294967296",
        "2147483648",
        "''",
        "'a'",
        "'é\\n\\x00'",
        "'😀'",
        "b''",
        "b'a\\xff'"
    };

    private static final String[] RETURNED = {
        "x",
        "x",
        "x",
        "x",
        "y",
        "[x]",
        "(x,)",
        "not x",
        "x == y",
        "frozenset([1])",
        "bytearray(b'a')",
        "1 + 0j",
        "iter([x])",
        "object()",
        "dict(a=x)",
        "x[0]",
        "x + y",
        "x.append(1)",
        "(x, y)",
        "__import__('sys').exit()",
        "type(x)"
    };

    private static final String[] ASSERTIONS = {
        "assert f(%s, %s) == %s",
        "assert f(%s, %s) == %s",
        "assert f(%s, %s) # %s",
        "assert not f(%s, %s) # %s",
        "assert f(%s, %s) is None # %s",
        "assert f(%s, %s) is True # %s",
        "assert set(f(%s, %s)) == %s"
    };

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);

    @Test
    void bothHarnessesSayTheSame() throws Exception {
        Set<Reason> met = EnumSet.noneOf(Reason.class);

        try (SlotPool pool = new SlotPool(SlotSettings.of(1))) {
            for (int round = 0; round < ROUNDS; round++) {
                met.add(requireAgreement(pool, "def f(x, y):\n    return " + any(RETURNED) + "\n", tests()));
            }
        }

        assertThat(met)
                .contains(
                        Reason.ACCEPTED,
                        Reason.WRONG_ANSWER,
                        Reason.RUNTIME_ERROR,
                        Reason.UNSUPPORTED_VALUE,
                        Reason.EXITED_EARLY);
    }

    private static Reason requireAgreement(Sandbox sandbox, String program, String tests) throws Exception {
        Run split = sandbox.run(Programs.job(program, Programs.testsFor(Harness.SPLIT, tests)));
        Run valuesOut = sandbox.run(Programs.job(program, Programs.testsFor(Harness.VALUES_OUT, tests)));

        String difference = program + tests + "\n" + split + "\n" + valuesOut;
        assertThat(valuesOut.harness()).as(tests).isEqualTo(Harness.VALUES_OUT);
        assertThat(valuesOut.reason()).as(difference).isEqualTo(split.reason());
        assertThat(valuesOut.passed()).as(difference).isEqualTo(split.passed());
        assertThat(valuesOut.total()).as(difference).isEqualTo(split.total());
        return split.reason();
    }

    private String tests() {
        return Stream.generate(this::assertion).limit(random.nextInt(1, 5)).collect(Collectors.joining("\n"));
    }

    private String assertion() {
        String x = literal(2);
        // An expected value that is the argument makes some assertions true.
        String expected = random.nextBoolean() ? x : literal(2);
        return any(ASSERTIONS).formatted(x, literal(1), expected);
    }

    private String literal(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return any(SCALARS);
        }
        return switch (random.nextInt(4)) {
            case 0 -> "[" + literal(depth - 1) + ", " + literal(depth - 1) + "]";
            case 1 -> "(" + literal(depth - 1) + ",)";
            case 2 -> "{" + any(SCALARS) + ": " + literal(depth - 1) + ", 'k': 1}";
            default -> "{" + String.join(", ", List.of(any(SCALARS), any(SCALARS))) + "}";
        };
    }

    private String any(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
