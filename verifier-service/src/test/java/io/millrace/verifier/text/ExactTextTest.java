package io.millrace.verifier.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Extraction;
import io.millrace.schemas.Task;
import io.millrace.schemas.TextTask;
import io.millrace.verifier.check.Candidates;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactTextTest {

    private final ExactText check = new ExactText();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Answer: a b ",
                "Answer:a b ",
                "First I reverse it.\nAnswer: a b \n",
                "Answer: x\r\nAnswer: a b \r\nDone.",
            })
    void passesTheSameCodePoints(String completion) {
        assertThat(judge("a b ", completion)).isInstanceOf(Verdict.Pass.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Answer: a b",
                "Answer:  a b ",
                "Answer: A b ",
                "Answer: a\u00a0b ",
                "Answer: a b x",
                "Answer: \"a b \"",
                "Answer: a b \nAnswer: b a",
            })
    void failsAnyOtherText(String completion) {
        assertThat(judge("a b ", completion)).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void tellsComposedFromDecomposedLetters() {
        assertThat(judge("\u00e9", "Answer: e\u0301")).isInstanceOf(Verdict.Fail.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b ", "The Answer: a b ", " Answer: a b ", "answer: a b ", "Answer a b "})
    void callsUnparseableWhatHasNoAnswerLine(String completion) {
        assertThat(judge("a b ", completion)).isInstanceOf(Verdict.Unparseable.class);
    }

    @Test
    void readsOnlyWhatTheAssistantSaid() {
        var task = Task.newBuilder().setText(new TextTask("Which?", "a", null)).build();

        assertThat(check.apply(Candidates.of(task, "user", "Answer: a"))).isInstanceOf(Verdict.Unparseable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines"})
    void doesNotBlameTheCandidateForATaskThatCannotBeAnswered(String reference) {
        assertThat(judge(reference, "Answer: " + reference))
                .isInstanceOfSatisfying(
                        Verdict.Unsupported.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(Reason.INVALID_TASK));
    }

    @Test
    void saysWhereTheTextsDiffer() {
        assertThat(judge("abc", "Answer: abd!"))
                .isEqualTo(new Verdict.Fail(
                        Reason.WRONG_ANSWER,
                        Evidence.of(
                                "expected 3 code points, got 4; the first difference is at 2",
                                new Extraction("abd!", "answer-line", "1", "answer-line"))));
    }

    private Verdict judge(String expected, String completion) {
        return check.apply(Candidates.text(expected, completion));
    }
}
