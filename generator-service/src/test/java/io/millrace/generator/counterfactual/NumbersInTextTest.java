package io.millrace.generator.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersInTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Six mills, 2.50 each | [5/2, 6]",
                "1,234 and 3 of 3 | [3, 3, 1234]",
                "12,3456 | [12, 3456]",
                "from -3 to −4 | [-4, -3]",
                "5-3 or 5 - 3, (8)-2 | [2, 3, 3, 5, 5, 8]",
                "3/4 of x2 | [2, 3, 4]",
                "twenty-one hundred | [20, 100]",
                "Only one tent, someone often | []",
                "07:30 | [7, 30]"
            })
    void areReadFromDigitsAndWords(String text, String numbers) {
        assertThat(NumbersInText.of(text).toString()).isEqualTo(numbers);
    }
}
