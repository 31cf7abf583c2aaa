package io.millrace.deploy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.generator.rule.Families;
import io.millrace.generator.rule.item.Family;
import io.millrace.verifier.audit.Audit;
import io.millrace.verifier.audit.AuditRow;
import io.millrace.verifier.recipe.RecipeReader;
import org.junit.jupiter.api.Test;

class FactoryAuditTest {

    @Test
    void findsNoWrongAnswerAcceptedAndNoRightOneRejected() {
        Audit audit = FactoryAudit.run(RecipeReader.standard(), suite -> true);

        assertThat(audit.findings()).isEmpty();
        assertThat(audit.sound()).isTrue();
        assertThat(audit.rows())
                .extracting(AuditRow::suite)
                .contains("math-answer", "python-tests", "sql-result")
                .containsAll(new Families()
                        .all().stream()
                                .map(Family::name)
                                .map(name -> "family " + name)
                                .toList());
    }
}
