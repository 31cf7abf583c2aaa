package io.millrace.verifier.code;

import static io.millrace.verifier.code.CodeTasks.candidate;
import static io.millrace.verifier.code.CodeTasks.fenced;
import static io.millrace.verifier.code.CodeTasks.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.CodeTask;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignProgramTestsTest {

    private static final String SQUARES = """
            {"arguments":[3],"expected":9}

            {"arguments":[-4],"expected":16}
            """;

    private static SlotPool pool;

    @BeforeAll
    static void start() throws IOException {
        pool = new SlotPool(SlotSettings.of(1));
    }

    @AfterAll
    static void stop() {
        pool.close();
    }

    static Stream<Arguments> values() {
        return Stream.of(
                js("(x) => x", "[{\"a\":[1,\"é😀\",null,true]}]", "{\"a\":[1,\"é😀\",null,true]}"),
                js("(x) => [x, -x]", "[0]", "[0,-0]"),
                js("() => [undefined, NaN, -Infinity, 2n ** 64n]", "[]", """
                        [{"$undefined":null},{"$number":"NaN"},{"$number":"-Infinity"},{"$bigint":"18446744073709551616"}]"""),
                js("(m, s) => [m.get(1), [...s].length, m, s]", "[{\"$map\":[[1,2]]},{\"$set\":[1,1,2]}]", """
                        [2,2,{"$map":[[1,2]]},{"$set":[2,1]}]"""),
                js("() => ({ $set: '\\ud800' })", "[]", "{\"$object\":[[\"$set\",\"\\ud800\"]]}"),
                js("(s) => [...s].length", "[\"😀\"]", "1"),
                java("int[] f(int[] x) { return x; }", "[[1, 2]]", "[1,2]"),
                java("List<Integer> f(List<Integer> x) { return x.reversed(); }", "[[1,2]]", "[2,1]"),
                java("long[][] f(long[][] x) { return x; }", "[[[1],[]]]", "[[1],[]]"),
                java("double f(int x) { return x / 2.0; }", "[3]", "1.5"),
                java("double f(double x) { return -x; }", "[0]", "-0.0"),
                java("float f(float x) { return Float.NaN; }", "[0.5]", "{\"$number\":\"NaN\"}"),
                java("char f(String x) { return x.charAt(0); }", "[\"ab\"]", "{\"$char\":\"a\"}"),
                java("String f(char x) { return x + \"é\\ud800\"; }", "[\"a\"]", "\"aé\\ud800\""),
                java(
                        "Map<String, Set<Long>> f(Map<String, Set<Long>> x) { return x; }",
                        "[{\"a\":{\"$set\":[1]}}]",
                        """
                        {"$map":[["a",{"$set":[1]}]]}"""),
                java("Object f(Object x) { return x; }", "[[1,2.5,\"a\",null,true]]", "[1,2.5,\"a\",null,true]"),
                java("String f(int x) { return \"int\"; } static String f(String x) { return x; }", "[\"a\"]", "\"a\""),
                java("java.math.BigInteger f(int x) { return java.math.BigInteger.TWO.pow(70); }", "[1]", """
                        1180591620717411303424"""));
    }

    @ParameterizedTest
    @MethodSource("values")
    void comparesValuesOfEveryPlainType(Language language, String program, String arguments, String expected) {
        String tests = "{\"arguments\":%s,\"expected\":%s}".formatted(arguments, expected);

        Verdict verdict = judge(language, task(language, tests, null), program);

        assertThat(verdict).as(verdict.evidence().text()).isInstanceOf(Verdict.Pass.class);
    }

    static Stream<Arguments> solutions() {
        return Stream.of(
                Arguments.of(Language.JAVASCRIPT, "const f = (x) => x * x;", "const f = (x) => x + x;"),
                Arguments.of(
                        Language.JAVA,
                        "class A { static int f(int x) { return x * x; } }",
                        "class A { static int f(int x) { return x + x; } }"));
    }

    @ParameterizedTest
    @MethodSource("solutions")
    void provesATaskBeforeItJudges(Language language, String right, String wrong) {
        CodeTask proper = task(language, SQUARES, right);
        CodeTask repair = CodeTask.newBuilder(proper).setBuggySource(wrong).build();
        CodeTask noRepair = CodeTask.newBuilder(proper).setBuggySource(right).build();
        CodeTask generated = CodeTask.newBuilder(proper).setGeneratedTests(true).build();

        assertThat(judge(language, proper, right).reason()).isEqualTo(Reason.ACCEPTED);
        assertThat(judge(language, proper, wrong).reason()).isEqualTo(Reason.WRONG_ANSWER);
        assertThat(judge(language, repair, right).reason()).isEqualTo(Reason.ACCEPTED);
        assertThat(judge(language, noRepair, right).reason()).isEqualTo(Reason.INVALID_TASK);
        assertThat(judge(language, task(language, SQUARES, wrong), right).reason())
                .isEqualTo(Reason.INVALID_TASK);
        assertThat(judge(language, generated, right).reason()).isEqualTo(Reason.UNSUPPORTED_TASK);
    }

    @ParameterizedTest
    @MethodSource("solutions")
    void leavesEvidence(Language language, String right, String wrong) {
        Verdict verdict = judge(language, task(language, SQUARES, null), wrong);

        assertThat(verdict.evidence().isolation()).endsWith("seccomp");
        assertThat(verdict.evidence().measurements())
                .containsEntry("harness", "values-out")
                .containsEntry("assertions", "2")
                .containsEntry("assertionResults", "FF")
                .hasEntrySatisfying("interpreter", name -> assertThat(name).containsPattern("(Node|OpenJDK) \\d+"));
        assertThat(verdict.evidence().text()).startsWith("assertion 1 of 2, line 1: failed: the program returned 6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "assert.equal(f(3), 9)",
                "[]",
                "{\"arguments\":[3]}",
                "{\"arguments\":3,\"expected\":9}",
                "{\"arguments\":[3],\"expected\":9,\"within\":1}",
                "{\"arguments\":[3],\"expected\":9} 1",
                "{\"arguments\":[3],\"expected\":{\"$other\":1}}",
                "{\"arguments\":[3],\"arguments\":[3],\"expected\":9}"
            })
    void blamesNoProgramForTestsThatAreNone(String tests) {
        Verdict verdict = judge(Language.JAVASCRIPT, task(Language.JAVASCRIPT, tests, null), "const f = (x) => 9;");

        assertThat(verdict).isInstanceOf(Verdict.Unsupported.class);
        assertThat(verdict.reason()).isEqualTo(Reason.INVALID_TASK);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PYTHON")
    void blamesNoProgramForAMissingRuntime(Language language) throws IOException {
        Path nothing = Path.of("/nothing");
        var settings = new SlotSettings(null, nothing, nothing, 1, Set.of(SlotSettings.Layer.values()));
        try (SlotPool bare = new SlotPool(settings)) {
            Verdict verdict = check(language, bare).apply(candidate(task(language, SQUARES, null), "f(x) { }"));

            assertThat(verdict).isInstanceOf(Verdict.Unsupported.class);
            assertThat(verdict.reason()).isEqualTo(Reason.UNSUPPORTED_LANGUAGE);
            assertThat(bare.version(language)).isEmpty();
        }
    }

    @Test
    void knowsItsLanguageByEveryName() {
        Stream<Candidate> named = Stream.of("javascript", "js", "node", "java", "python")
                .map(name -> CodeTask.newBuilder(task(Language.JAVASCRIPT, SQUARES, null))
                        .setLanguage(name)
                        .build())
                .map(task -> candidate(task, ""));

        assertThat(named.map(check(Language.JAVASCRIPT, pool)::appliesTo))
                .containsExactly(true, true, true, false, false);
    }

    private static Arguments js(String function, String arguments, String expected) {
        return Arguments.of(Language.JAVASCRIPT, "const f = " + function + ";", arguments, expected);
    }

    private static Arguments java(String method, String arguments, String expected) {
        String program = "import java.util.*; class A { static " + method + " }";
        return Arguments.of(Language.JAVA, program, arguments, expected);
    }

    private static Verdict judge(Language language, CodeTask task, String program) {
        return check(language, pool).apply(candidate(task, fenced(language, program)));
    }

    private static ProgramTests check(Language language, SlotPool sandbox) {
        return new ProgramTests(language, sandbox, Limits.DEFAULT, ProgramTests.NOTICED_FAULTS);
    }
}
