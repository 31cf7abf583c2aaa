package io.millrace.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millrace.schemas.Budget;
import io.millrace.schemas.Message;
import io.millrace.schemas.Usage;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.ModelException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpendingTest {

    private final Spending spending = new Spending(new Budget(30L, 3L));

    @Test
    void endsWhereOneOfTheTwoIsUsedUp() throws Exception {
        spending.check();
        spending.add(completion(new Usage(5L, 5L, 2L, "spring"), false));
        spending.check();
        spending.add(completion(new Usage(5L, 5L, 2L, "spring"), false));

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(spending::check)
                .withMessage("of the seed's budget of 3 millionths of a US dollar, 4 are spent")
                .satisfies(e -> assertThat(e.errorClass()).isEqualTo("BudgetSpent"))
                .satisfies(e -> assertThat(e.replayable()).isTrue());
    }

    @Test
    void isNotMovedByAnswersFromTheCacheOrWithoutUsage() throws Exception {
        spending.add(completion(new Usage(100L, 100L, 100L, "spring"), true));
        spending.add(completion(null, false));

        spending.check();
    }

    @Test
    void hasNoEndWithoutABudget() throws Exception {
        for (Spending unlimited : new Spending[] {new Spending(null), new Spending(new Budget(null, null))}) {
            unlimited.add(completion(new Usage(Long.MAX_VALUE, 0L, null, null), false));
            unlimited.check();

            assertThat(unlimited.limited()).isFalse();
        }
    }

    private static Completion completion(@Nullable Usage usage, boolean cached) {
        Message answer =
                Message.newBuilder().setRole("assistant").setContent("42").build();
        return new Completion(answer, ScriptedModel.SELF, "stop", usage, 30, 1, cached);
    }
}
