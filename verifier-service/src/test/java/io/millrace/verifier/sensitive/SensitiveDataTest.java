package io.millrace.verifier.sensitive;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Candidates;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Suites;
import io.millrace.verifier.check.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SensitiveDataTest {

    private static final Task CHAT = Task.newBuilder()
            .setChat(ChatTask.newBuilder().setMessages(List.of()).build())
            .build();

    private final SensitiveData check = new SensitiveData(SensitivePolicy.standard());

    @Test
    void tellsSensitiveDataFromWhatOnlyLooksLikeIt() {
        assertThat(Suites.mistaken(new SensitiveProbes(), check)).isEmpty();
    }

    @Test
    void namesTheKindAndThePlaceAndNeverTheValue() {
        Verdict verdict = judge(check, "Zwei\u200b: " + SensitiveProbes.CARD + ", ada@millriver.de");

        assertThat(verdict.reason()).isEqualTo(Reason.SENSITIVE_DATA);
        assertThat(verdict.evidence().text())
                .isEqualTo("2 found: card-number in message 2 at 7; email in message 2 at 25")
                .doesNotContain("millriver");
    }

    @Test
    void looksForWhatThePolicyNames() {
        var cardsAlone = new SensitiveData(new SensitivePolicy(Set.of(Kind.CARD_NUMBER), true));
        var noExamples = new SensitiveData(new SensitivePolicy(Set.of(Kind.CARD_NUMBER), false));

        assertThat(judge(cardsAlone, "ada@millriver.de")).isInstanceOf(Verdict.Pass.class);
        assertThat(judge(cardsAlone, "4242424242424242")).isInstanceOf(Verdict.Pass.class);
        assertThat(judge(noExamples, "4242424242424242")).isInstanceOf(Verdict.Fail.class);
        assertThat(cardsAlone.configHash()).isNotEqualTo(noExamples.configHash());
    }

    @Test
    void leavesUndecidedWhatHasMoreNumbersThanItLooksAt() {
        assertThat(judge(check, "4 ".repeat(50_000)).reason()).isEqualTo(Reason.UNDECIDABLE);
    }

    @Test
    void leavesOtherTasksAlone() {
        assertThat(check.appliesTo(Candidates.math("1", "1"))).isFalse();
    }

    private static Verdict judge(SensitiveData check, String reply) {
        return check.apply(Candidates.of(CHAT, "assistant", reply));
    }
}
