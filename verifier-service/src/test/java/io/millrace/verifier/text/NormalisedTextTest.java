package io.millrace.verifier.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.TextPolicy;
import io.millrace.verifier.check.Candidates;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Suites;
import io.millrace.verifier.check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalisedTextTest {

    private static final TextPolicy NOTHING = new TextPolicy(false, false, false, false, false);

    private final NormalisedText check = new NormalisedText();

    @Test
    void tellsTheSameTextFromAttacks() {
        assertThat(Suites.mistaken(new TextProbes(), check)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ada,true,false,false,false,false",
        "ａda,false,true,false,false,false",
        "' ada ',false,false,true,false,false",
        "ada.,false,false,false,true,false",
        "the ada,false,false,false,false,true",
    })
    void forgivesOnlyWhatThePolicyNames(
            String answer, boolean letters, boolean form, boolean space, boolean marks, boolean articles) {
        var policy = new TextPolicy(letters, form, space, marks, articles);

        assertThat(judge("ada", policy, answer)).isInstanceOf(Verdict.Pass.class);
        assertThat(judge("ada", NOTHING, answer)).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void doesNotBlameTheCandidateWhereThePolicyLeavesNothing() {
        var marks = new TextPolicy(false, false, false, true, false);

        assertThat(judge("?!", marks, "?!").reason()).isEqualTo(Reason.INVALID_TASK);
    }

    @Test
    void sharesTextTasksWithTheExactComparison() {
        var exact = new ExactText();
        var withPolicy = Candidates.of(TextProbes.task("ada", NOTHING), "assistant", "");
        var without = Candidates.text("ada", "");

        assertThat(check.appliesTo(withPolicy)).isTrue();
        assertThat(exact.appliesTo(withPolicy)).isFalse();
        assertThat(check.appliesTo(without)).isFalse();
        assertThat(exact.appliesTo(without)).isTrue();
    }

    private Verdict judge(String expected, TextPolicy policy, String answer) {
        return check.apply(Candidates.of(TextProbes.task(expected, policy), "assistant", "Answer: " + answer));
    }
}
