package io.millrace.deploy.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Decision;
import io.millrace.schemas.VerdictKind;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private final Verdicts verdicts = new Verdicts();
    private final Agreement agreement = new Agreement();

    @Test
    void listsWhatTheTwoSeeDifferently() {
        verdicts.evaluated(Records.evaluated("s-1", 0, VerdictKind.ACCEPTED, Decision.KEEP, "KEPT"));
        verdicts.evaluated(Records.evaluated("s-2", 0, VerdictKind.REJECTED, Decision.DROP, "WRONG_ANSWER"));

        agreement.add(true, verdicts.of(Records.candidate("s-1", 0)));
        agreement.add(true, verdicts.of(Records.candidate("s-2", 0)));

        assertThat(agreement.compared()).isEqualTo(2);
        assertThat(agreement.disagreements())
                .singleElement()
                .satisfies(each -> assertThat(each.found().seedId()).isEqualTo("s-2"));
        assertThat(agreement.table()).contains("50.00 %");
    }

    @Test
    void aCandidateWithoutAVerdictIsNotAccepted() {
        agreement.add(false, verdicts.of(Records.candidate("s-1", 0)));

        assertThat(agreement.disagreements()).isEmpty();
    }

    @Test
    void aDeadLetterIsNamedInsteadOfAVerdict() {
        var candidate = Records.candidate("s-1", 0);
        verdicts.deadLettered(Records.seed("s-1", 1), candidate, Records.letter("candidates", 3, null));

        assertThat(verdicts.of(candidate).verdict()).isEqualTo("DEAD_LETTERED");
        assertThat(verdicts.of(candidate).reason()).isEqualTo("UnusableSeed");
    }
}
