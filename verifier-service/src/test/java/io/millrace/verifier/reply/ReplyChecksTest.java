package io.millrace.verifier.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Candidate;
import io.millrace.verifier.check.Candidates;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Suites;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.language.LanguageDetection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyChecksTest {

    private final Check complete = new CompleteReply();
    private final Check repetition = new Repetition();

    @Test
    void tellsGoodRepliesFromBadOnes() {
        var language = new ReplyLanguage(new LanguageDetection());

        assertThat(Suites.mistaken(ReplyProbes.ofCompleteness(), complete)).isEmpty();
        assertThat(Suites.mistaken(ReplyProbes.ofRepetition(), repetition)).isEmpty();
        assertThat(Suites.mistaken(ReplyProbes.ofLanguage(), language)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"length", "LENGTH", "max_tokens"})
    void rejectsWhatTheModelWasStoppedIn(String finishReason) {
        Candidate stopped = ended(finishReason);

        assertThat(complete.apply(stopped).reason()).isEqualTo(Reason.TRUNCATED);
    }

    @Test
    void passesWhatTheModelEndedItself() {
        assertThat(complete.apply(ended("stop"))).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void leavesTheLanguageToAConstraintThatNamesIt() {
        var language = new ReplyLanguage(new LanguageDetection());
        var task = ReplyProbes.task("{\"is\":\"de\",\"type\":\"language\"}");

        assertThat(language.appliesTo(Candidates.of(task, "assistant", ""))).isFalse();
        assertThat(language.appliesTo(candidate(""))).isTrue();
    }

    @Test
    void leavesOtherTasksAlone() {
        for (Check check : List.of(complete, repetition)) {
            assertThat(check.appliesTo(Candidates.math("1", "1"))).isFalse();
            assertThat(check.appliesTo(Candidates.text("1", "1"))).isFalse();
        }
    }

    private static Candidate ended(String finishReason) {
        return Candidate.newBuilder(candidate("A whole sentence."))
                .setFinishReason(finishReason)
                .build();
    }

    private static Candidate candidate(String reply) {
        return Candidates.of(ReplyProbes.task(), "assistant", reply);
    }
}
