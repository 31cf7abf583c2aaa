package io.millrace.evaluator.dataset;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.EarlierCall;
import io.millrace.schemas.Usage;
import org.jspecify.annotations.Nullable;

/** Adds up what candidates cost. */
final class CostTally {

    private long calls;
    private long unmetered;
    private long unpriced;
    private long inputTokens;
    private long outputTokens;
    private long costMicros;

    void add(Candidate candidate) {
        if (candidate.getModel() != null) {
            add(candidate.getCached(), candidate.getUsage());
        }
        for (EarlierCall call : candidate.getEarlierCalls()) {
            add(call.getCached(), call.getUsage());
        }
    }

    private void add(boolean cached, @Nullable Usage usage) {
        if (cached) {
            return;
        }
        calls++;
        if (usage == null) {
            unmetered++;
            unpriced++;
            return;
        }
        inputTokens += usage.getInputTokens();
        outputTokens += usage.getOutputTokens();
        @Nullable Long cost = usage.getCostMicros();
        unpriced += cost == null ? 1 : 0;
        costMicros += cost == null ? 0 : cost;
    }

    DatasetQuality.Cost cost(long kept) {
        boolean metered = calls == 0 || calls > unmetered;
        boolean priced = calls > unpriced;
        return new DatasetQuality.Cost(
                calls,
                unmetered,
                unpriced,
                inputTokens,
                outputTokens,
                priced ? costMicros : null,
                metered ? Shares.known(inputTokens + outputTokens, kept) : null,
                priced ? Shares.known(costMicros, kept) : null);
    }
}
