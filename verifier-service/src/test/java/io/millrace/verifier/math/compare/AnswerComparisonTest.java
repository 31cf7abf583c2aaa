package io.millrace.verifier.math.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.verifier.math.compare.AnswerPolicy.Percent;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerComparisonTest {

    private static final AnswerPolicy STANDARD = AnswerPolicy.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7             | 7                | TEXT
            x+1           | (x+1)            | TREE
            B             | (B)              | CHOICE
            \\text{yes}   | Yes              | WORDS
            1/2           | \\frac{2}{4}     | EXACT
            \\sqrt{2}     | 1.4142135623731  | DECIMALS
            (x+1)^2       | x^2+2x+1         | EXACT_POINTS
            \\sqrt{8}     | 2\\sqrt{2}       | NUMERIC
            \\{1,2\\}     | \\{2,1\\}        | LIST
            (0,1)         | 0<x<1            | INTERVAL
            y=2x          | 2y=4x            | RELATION
            1:2           | 2:4              | RATIO
            50\\%         | 50               | PERCENT
            """)
    void saysWhichStageDecided(String expected, String given, Stage stage) {
        assertThat(compare(STANDARD, expected, given)).isEqualTo(Comparison.equal(stage));
    }

    @Test
    void doesNotDecideWhatTakesTooMuchWork() {
        assertThat(compare(STANDARD, "7", "9^{9^{9^9}}")).isEqualTo(Comparison.undecided(Stage.FUEL));
        assertThat(compare(STANDARD, "7", "3^{60000}/7^{20000}" + "+3^{60000}/7^{20000}".repeat(99)))
                .isEqualTo(Comparison.undecided(Stage.FUEL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\gcd(3^{40000},7^{30000})+\\gcd(3^{40000},7^{30000})",
                "(2^{90000}+1)/(3^{40000}+1)",
                "x\\cup(1,2)",
                "((((((((((((((((((((((((((((x=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)=1)"
            })
    @Timeout(10)
    void takesLittleTimeHoweverOftenSomethingCostlyIsRepeated(String piece) {
        String many = piece + ("+" + piece).repeat(3_900 / piece.length() - 1);

        assertThat(new AnswerComparison(STANDARD).compare("x=7", many))
                .isNotEqualTo(new Outcome.Compared(Comparison.equal(Stage.TEXT)));
    }

    @Test
    @Timeout(10)
    void takesLittleTimeForAProductOfManyMatrices() {
        String matrix = "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}";

        assertThat(compare(STANDARD, matrix, matrix.repeat(80))).isEqualTo(Comparison.undecided(Stage.FUEL));
    }

    @Test
    void neverCallsEqualWhatItLacksTheFuelFor() {
        Outcome outcome = new AnswerComparison(STANDARD, 10).compare("(x+1)^9", "(1+x)^9");

        assertThat(outcome).isEqualTo(new Outcome.Compared(Comparison.undecided(Stage.FUEL)));
    }

    @Test
    void takesAPercentageByItsValueAloneUnderTheStrictPolicy() {
        var strict = policy(Percent.STRICT, AnswerPolicy.Units.IGNORED, false, 10);

        assertThat(compare(strict, "50", "50\\%").result()).isEqualTo(Result.NOT_EQUAL);
        assertThat(compare(strict, "0.5", "50\\%").result()).isEqualTo(Result.EQUAL);
    }

    @Test
    void wantsTheUnitWhereThePolicyRequiresIt() {
        var required = policy(Percent.LENIENT, AnswerPolicy.Units.REQUIRED, false, 10);

        assertThat(compare(required, "5 cm", "5").result()).isEqualTo(Result.NOT_EQUAL);
        assertThat(compare(required, "5 cm", "5 centimeters").result()).isEqualTo(Result.EQUAL);
        assertThat(compare(required, "5", "5 cm").result()).isEqualTo(Result.EQUAL);
    }

    @Test
    void wantsTheOrderWhereThePolicyDoes() {
        var ordered = policy(Percent.LENIENT, AnswerPolicy.Units.IGNORED, true, 10);

        assertThat(compare(ordered, "1, 2", "2, 1").result()).isEqualTo(Result.NOT_EQUAL);
        assertThat(compare(ordered, "1, 2", "1, 2.0").result()).isEqualTo(Result.EQUAL);
        assertThat(compare(ordered, "\\{1, 2\\}", "\\{2, 1\\}").result()).isEqualTo(Result.EQUAL);
    }

    @Test
    void toleratesRoundingToAsManyDecimalsAsThePolicySays() {
        var two = policy(Percent.LENIENT, AnswerPolicy.Units.IGNORED, false, 2);

        assertThat(compare(two, "\\frac13", "0.33").result()).isEqualTo(Result.EQUAL);
        assertThat(compare(two, "\\frac13", "0.3").result()).isEqualTo(Result.NOT_EQUAL);
        assertThat(compare(two, "0.33", "0.3333").result()).isEqualTo(Result.NOT_EQUAL);
        assertThat(compare(STANDARD, "\\frac13", "0.33").result()).isEqualTo(Result.NOT_EQUAL);
    }

    @Test
    void leavesUndecidedWhetherAReferenceWasRounded() {
        assertThat(compare(STANDARD, "3.14", "\\pi").result()).isEqualTo(Result.UNDECIDED);
    }

    @Test
    void leavesDifferentUnitsUndecided() {
        assertThat(compare(STANDARD, "2 hours", "120 minutes").result()).isEqualTo(Result.UNDECIDED);
    }

    @Test
    void hashesEveryPartOfThePolicy() {
        List<AnswerPolicy> policies = List.of(
                STANDARD,
                policy(Percent.STRICT, AnswerPolicy.Units.IGNORED, false, 10),
                policy(Percent.LENIENT, AnswerPolicy.Units.REQUIRED, false, 10),
                policy(Percent.LENIENT, AnswerPolicy.Units.IGNORED, true, 10),
                policy(Percent.LENIENT, AnswerPolicy.Units.IGNORED, false, 2),
                new AnswerPolicy(Percent.LENIENT, AnswerPolicy.Units.IGNORED, false, 10, true, STANDARD.unitWords()),
                new AnswerPolicy(Percent.LENIENT, AnswerPolicy.Units.IGNORED, false, 10, false, List.of()));

        assertThat(policies).extracting(AnswerPolicy::hash).doesNotHaveDuplicates();
    }

    @Test
    void tellsEveryPolynomialFromItsNeighbour() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int a = random.nextInt(1, 50);
            int b = random.nextInt(1, 50);
            String factors = "(x+%d)(x-%d)".formatted(a, b);

            String terms = "x^2+%dx-%dx-%d".formatted(a, b, a * b);
            assertThat(compare(STANDARD, factors, terms).result()).isEqualTo(Result.EQUAL);
            assertThat(compare(STANDARD, factors, terms + "+1").result()).isEqualTo(Result.NOT_EQUAL);
        }
    }

    private static AnswerPolicy policy(Percent percent, AnswerPolicy.Units units, boolean ordered, int leastDecimals) {
        return new AnswerPolicy(percent, units, ordered, leastDecimals, false, STANDARD.unitWords());
    }

    private static Comparison compare(AnswerPolicy policy, String expected, String given) {
        Outcome outcome = new AnswerComparison(policy).compare(expected, given);
        assertThat(outcome).isInstanceOf(Outcome.Compared.class);
        return ((Outcome.Compared) outcome).comparison();
    }
}
