package io.millrace.verifier.math;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.math.compare.AnswerPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerPairsTest {

    private static final String BETWEEN = " || ";
    private static final String AS_IT_IS = "> ";

    private final MathAnswer check = new MathAnswer(AnswerPolicy.standard());

    @ParameterizedTest
    @MethodSource("same")
    void passesTheSameAnswerInAnotherNotation(String pair) {
        assertThat(judge(pair)).as(pair).isInstanceOf(Verdict.Pass.class);
    }

    @ParameterizedTest
    @MethodSource("different")
    void neverPassesAnotherAnswer(String pair) {
        assertThat(judge(pair)).as(pair).isNotInstanceOf(Verdict.Pass.class);
    }

    @ParameterizedTest
    @MethodSource("undecided")
    void leavesUndecidedWhatItDoesNotUnderstand(String pair) {
        assertThat(judge(pair)).as(pair).isNotInstanceOfAny(Verdict.Pass.class, Verdict.Fail.class);
    }

    private Verdict judge(String pair) {
        int between = pair.indexOf(BETWEEN);
        String given = pair.substring(between + BETWEEN.length()).replace("⏎", "\r\n");
        String reply = given.startsWith(AS_IT_IS) ? given.substring(AS_IT_IS.length()) : "It is \\boxed{" + given + "}";
        return check.apply(candidate(pair.substring(0, between), reply));
    }

    private static Candidate candidate(String expected, String reply) {
        MathTask task = MathTask.newBuilder().setProblem("").setAnswer(expected).build();
        return Probe.of("pair", Task.newBuilder().setMath(task).build(), reply, true)
                .candidate();
    }

    static Stream<String> same() throws IOException {
        return pairs("= ");
    }

    static Stream<String> different() throws IOException {
        return pairs("/ ");
    }

    static Stream<String> undecided() throws IOException {
        return pairs("? ");
    }

    private static Stream<String> pairs(String label) throws IOException {
        try (InputStream file = requireNonNull(AnswerPairsTest.class.getResourceAsStream("answer-pairs.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(label))
                    .map(line -> line.substring(label.length()));
        }
    }
}
