package io.millrace.generator.llm;

import io.millrace.schemas.Budget;
import io.millrace.schemas.Usage;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.ModelException;
import org.jspecify.annotations.Nullable;

/** What the samples of one seed have used, and what they may. With a budget it is not for use by several threads at once. */
final class Spending {

    private final @Nullable Long maxTokens;
    private final @Nullable Long maxCost;
    private long tokens;
    private long cost;

    Spending(@Nullable Budget budget) {
        this.maxTokens = budget == null ? null : budget.getTokens();
        this.maxCost = budget == null ? null : budget.getCostMicros();
    }

    /** Whether there is a budget. */
    boolean limited() {
        return maxTokens != null || maxCost != null;
    }

    /** Refuses another call once the budget is spent. */
    void check() throws ModelException {
        check(tokens, maxTokens, "tokens");
        check(cost, maxCost, "millionths of a US dollar");
    }

    void add(Completion completion) {
        Usage usage = completion.usage();
        if (limited() && usage != null && !completion.cached()) {
            tokens += usage.getInputTokens() + usage.getOutputTokens();
            cost += usage.getCostMicros() == null ? 0 : usage.getCostMicros();
        }
    }

    private static void check(long used, @Nullable Long max, String unit) throws ModelException {
        if (max != null && used >= max) {
            throw new ModelException(
                    "BudgetSpent", "of the seed's budget of %d %s, %d are spent".formatted(max, unit, used), 1, true);
        }
    }
}
