package io.millrace.verifier.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.Message;
import io.millrace.schemas.Task;
import io.millrace.schemas.VerdictKind;
import io.millrace.verifier.check.Candidates;
import io.millrace.verifier.check.Conclusion;
import io.millrace.verifier.check.Examination;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.code.SlotPool;
import io.millrace.verifier.code.SlotSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class StandardRecipeTest {

    static final List<ProbeSuite> SUITES = Equipment.probes();

    private static SlotPool slots;
    private static Examination examination;

    @BeforeAll
    static void setUp() throws Exception {
        slots = new SlotPool(SlotSettings.of(2));
        examination = new Examination(new Equipment(slots, slots).checks().steps(RecipeReader.standard()), () -> 0);
    }

    @AfterAll
    static void tearDown() {
        slots.close();
    }

    @ParameterizedTest
    @FieldSource("SUITES")
    void acceptsNoWrongProbeAndRejectsNoRightOne(ProbeSuite suite) throws Exception {
        for (Probe probe : suite.probes()) {
            assertThat(examination.of(probe.candidate()).verdict())
                    .describedAs(suite.check() + " " + probe.name())
                    .isNotEqualTo(probe.right() ? VerdictKind.REJECTED : VerdictKind.ACCEPTED);
        }
    }

    @Test
    void leavesAChatUndecidedOfWhichNothingIsDeclared() throws Exception {
        Conclusion conclusion = examination.of(chat(null, List.of()));

        assertThat(conclusion.verdict()).isEqualTo(VerdictKind.UNDECIDED);
        assertThat(conclusion.reason()).isEqualTo(Reason.UNSUPPORTED_TASK);
        assertThat(conclusion.checks()).isNotEmpty();
    }

    @Test
    void leavesAChatUndecidedOfWhichMoreIsAskedThanForm() throws Exception {
        List<String> constraints = List.of("{\"type\":\"noCommas\"}");

        assertThat(examination.of(chat(null, constraints)).verdict()).isEqualTo(VerdictKind.ACCEPTED);
        assertThat(examination.of(chat("It is kind.", constraints)).verdict()).isEqualTo(VerdictKind.UNDECIDED);
    }

    @Test
    void runsNoneOfTheseChecksOnOtherTasks() throws Exception {
        assertThat(examination.of(Candidates.math("1", "Answer: 1")).checks())
                .extracting(CheckResult::getName)
                .containsExactly("math-answer", "math-steps");
        assertThat(examination.of(Candidates.text("a", "Answer: a")).checks())
                .extracting(CheckResult::getName)
                .containsExactly("exact-text");
    }

    private static Candidate chat(@Nullable String rubric, List<String> constraints) {
        Message question =
                Message.newBuilder().setRole("user").setContent("Hello.").build();
        ChatTask chat = ChatTask.newBuilder()
                .setMessages(List.of(question))
                .setRubric(rubric)
                .setConstraints(constraints)
                .build();
        return Candidates.of(Task.newBuilder().setChat(chat).build(), "assistant", "A reply that says something.");
    }
}
