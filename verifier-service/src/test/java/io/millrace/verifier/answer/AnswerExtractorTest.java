package io.millrace.verifier.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Task;
import io.millrace.verifier.check.Candidates;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerExtractorTest {

    private final AnswerExtractor extractor = AnswerExtractor.ofFormulas();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            so it is \\boxed{42}.                       | boxed           | 42
            so it is $\\boxed {\\frac{1}{2}}$           | boxed           | \\frac{1}{2}
            so it is \\fbox{4\\}2}                      | boxed           | 4\\}2
            \\boxed{\\boxed{5}}                         | boxed           | \\boxed{5}
            \\boxed{7}, that is \\boxed{ 7 }            | boxed           | 7
            <answer> 42 </answer> or so                 | answer-tag      | 42
            The final answer is 3.5. I hope so.         | final-answer-is | 3.5
            The Final Answer is: **12**                 | final-answer-is | 12
            Answer: 26                                  | answer-line     | 26
            A: 26                                       | answer-line     | 26
            **Answer:** 26                              | answer-line     | 26
            **Answer**: 26                              | answer-line     | 26
            ## Final Answer: (3 + 4) * 5                | answer-line     | (3 + 4) * 5
            #### 1,234                                  | hashes          | 1,234
            -12                                         | whole-text      | -12
            11 5/6                                      | whole-text      | 11 5/6
            so we get 12 apples.                        | last-number     | 12
            she pays -$5.50 in all                      | last-number     | -$5.50
            16 - 7 = <<16-7=9>>9 eggs                   | last-number     | 9
            that makes **73**.                          | last-number     | 73
            he ate 2 1/2 pies                           | last-number     | 2 1/2
            a rise of 12.5%                             | last-number     | 12.5%
            """)
    void readsTheAnswerAndNamesTheRuleThatFired(String text, String rule, String answer) {
        assertThat(extractor.from(text)).isInstanceOfSatisfying(Extracted.Found.class, found -> {
            assertThat(found.extraction().getRule()).isEqualTo(rule);
            assertThat(found.extraction().getAnswer()).isEqualTo(answer);
        });
    }

    @Test
    void takesTheMostExplicitMarking() {
        assertThat(answer("Answer: 1\n#### 2\n\\boxed{3}\nand that is 4")).isEqualTo("3");
        assertThat(answer("Answer: 1\n#### 2\nThe final answer is 3")).isEqualTo("3");
        assertThat(answer("#### 2\nAnswer: 1\n4")).isEqualTo("1");
    }

    @Test
    void takesTheLastAnswerLine() {
        assertThat(answer("A: 1\nNo, wait.\nA: 2\n")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\boxed{7} or maybe \\boxed{8}",
                "<answer>7</answer><answer>8</answer>",
                "it is 7 or 8",
                "it is 3 * 4",
                "it is 2x",
                "it is 3 * (1/2)",
                "it is \\frac{1}{2} of it",
                "it is 10^2 of them",
                "no number at all",
                "",
            })
    void findsNoAnswerWhereThereAreSeveralOrOnlyPartOfOne(String text) {
        assertThat(extractor.from(text)).isInstanceOf(Extracted.Nothing.class);
    }

    @Test
    void takesATruncatedBoxForNoAnswer() {
        assertThat(answer("so 12 + 3 = \\boxed{1")).isEmpty();
    }

    @Test
    void findsNothingUnmarkedWhereAnswersMustBeMarked() {
        assertThat(AnswerExtractor.ofMarked().from("it is 12")).isInstanceOf(Extracted.Nothing.class);
    }

    @Test
    void readsOnlyTheEndOfALongText() {
        assertThat(answer("\\boxed{1}" + " ".repeat(20_000) + "Answer: 2")).isEqualTo("2");
    }

    @Test
    void readsOnlyWhatTheAssistantSaid() {
        var task = Task.newBuilder().build();

        assertThat(extractor.from(Candidates.of(task, "user", "Answer: 1"))).isInstanceOf(Extracted.Nothing.class);
        assertThat(extractor.from(Candidates.of(task, "assistant", "Answer: 1")))
                .isInstanceOf(Extracted.Found.class);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void endsSoonWhateverTheText() {
        List<String> pieces = List.of(
                "\\boxed{",
                "{",
                "}",
                "\\",
                "<answer>",
                "</answer>",
                "final answer is",
                "\nAnswer:",
                "A:",
                "####",
                "-",
                "1,",
                "9/",
                " ",
                "**",
                "\n",
                "$",
                "é",
                "𝟙");
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<String> chosen = pieces.subList(0, 1 + random.nextInt(pieces.size()));
            StringBuilder text = new StringBuilder();
            while (text.length() < 20_000) {
                text.append(chosen.get(random.nextInt(chosen.size())));
            }

            assertThat(extractor.from(text.toString())).isNotNull();
        }
    }

    private String answer(String text) {
        return extractor.from(text) instanceof Extracted.Found found ? found.answer() : "none";
    }
}
