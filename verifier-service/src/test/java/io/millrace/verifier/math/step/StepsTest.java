package io.millrace.verifier.math.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            She has 16 - 3 = <<16-3=13>>13 eggs                  | 1
            3 + 4 = <<3+4=7>>7 and then <<7*2=14>>14             | 2
            So he pays 12 * 3 = 36 dollars.                      | 1
            That is 2 x 3 = 6, and 6 x 7 = 42 in all             | 2
            It costs $5 + $7 = $12.                              | 1
            10 / 4 = 2.5                                         | 1
            10 / 3 = 3.33                                        | 1
            2/3 * 100 = 66.67                                    | 1
            50/200 = 25%                                         | 1
            1 + 2 = 4 - 1 = 3                                    | 2
            We get $\\frac{6}{4} = \\frac{3}{2} = 1.5$.          | 2
            $\\sqrt{2} \\approx 1.41$                            | 1
            \\[ x = 3 + 4 = 7 \\]                                | 1
            """)
    void recomputesWhatASolutionClaims(String solution, int steps) {
        assertThat(Steps.of(solution)).isEqualTo(new Steps(steps, 0, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            16 - 3 = <<16-3=12>>12                     | 16-3 = 12
            So he pays 12 * 3 = 37 dollars.            | 12 * 3 = 37
            1 + 2 = 4 - 1 = 4                          | 4 - 1 = 4
            We get $\\frac{6}{4} = \\frac{2}{3}$.      | \\frac{6}{4} = \\frac{2}{3}
            $x = 3 \\cdot 4 = 13$                      | 3 \\cdot 4 = 13
            17 / 3 = 6                                 | 17 / 3 = 6
            """)
    void namesTheFirstWrongStep(String solution, String wrong) {
        Steps steps = Steps.of(solution);

        assertThat(steps.wrong()).isEqualTo(1);
        assertThat(steps.firstWrong()).isEqualTo(wrong);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2x + 3 = 7",
                "20% of 50 = 10",
                "20% of 50 * 2 = 20",
                "the sum of 3 + 4 = 8 is not what we want",
                "n + 12 = 36",
                "$2x + 3 = 7$",
                "5 hours * $3 = $15",
                "30 = 30",
                "x = 5",
                "12 * 3 = 36x",
                "y12 * 3 = 37",
                "$f(2) = 5$",
                "9^9^9^9 = 3",
                "1/0 = 5",
                "<<=>> <<1=",
                "",
            })
    void leavesAloneWhatIsNoCalculation(String solution) {
        assertThat(Steps.of(solution).wrong()).isZero();
    }

    @Test
    void endsSoonWhateverTheText() {
        for (String piece : new String[] {"1=", "<<1=", "=", "1+", "$1=", "(", "9^", "1 = 1+", "\\frac{1}{"}) {
            assertThat(Steps.of(piece.repeat(20_000 / piece.length()))).isNotNull();
        }
    }
}
