package io.millrace.verifier.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Task;
import io.millrace.schemas.TextTask;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.StubCheck;
import io.millrace.verifier.check.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTest {

    private static final Evidence EVIDENCE = Evidence.of("because");
    private static final Check CREDULOUS = StubCheck.giving("credulous", new Verdict.Pass(EVIDENCE));
    private static final Check SEVERE = StubCheck.giving("severe", new Verdict.Fail(Reason.WRONG_ANSWER, EVIDENCE));
    private static final Check TIMID = StubCheck.giving("timid", new Verdict.TimedOut(EVIDENCE));

    private final Audit audit = new Audit();

    @Test
    void findsAWrongAnswerThatIsAccepted() {
        audit.run(CREDULOUS, new Suite("credulous"));

        assertThat(audit.rows()).containsExactly(new AuditRow("credulous", "credulous", "1", 1, 1, 2, 0, 0));
        assertThat(audit.sound()).isFalse();
        assertThat(audit.findings())
                .containsExactly(new Finding("credulous", "wrong", true, Reason.ACCEPTED, "because"));
    }

    @Test
    void findsRightAnswersThatAreRejected() {
        audit.run(SEVERE, new Suite("severe"));

        assertThat(audit.rows()).containsExactly(new AuditRow("severe", "severe", "1", 1, 0, 2, 2, 0));
        assertThat(audit.sound()).isTrue();
        assertThat(audit.findings()).extracting(Finding::probe).containsExactly("right", "right too");
    }

    @Test
    void countsWhatWasNotDecidedApart() {
        audit.run(TIMID, new Suite("timid"));

        assertThat(audit.rows()).containsExactly(new AuditRow("timid", "timid", "1", 1, 0, 2, 0, 3));
        assertThat(audit.rows().getFirst().silent()).isTrue();
        assertThat(audit.findings()).isEmpty();
    }

    private record Suite(String check) implements ProbeSuite {

        @Override
        public List<Probe> probes() {
            var task = Task.newBuilder()
                    .setText(new TextTask("Which?", "this", null))
                    .build();
            return List.of(
                    Probe.of("right", task, "Answer: this", true),
                    Probe.of("right too", task, "Answer: this", true),
                    Probe.of("wrong", task, "Answer: that", false));
        }
    }
}
