package io.millrace.generator.model;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.Usage;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.Model;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;

/** A model whose calls, tokens and costs are counted; every counter is there from the start. */
public final class CountedModel implements Model {

    private final Model model;
    private final Counter answered;
    private final Counter cached;
    private final Counter failed;
    private final Counter input;
    private final Counter output;
    private final Counter cost;

    /**
     * Counts under an alias.
     *
     * @param alias a metric label
     */
    public CountedModel(Model model, String alias, MeterRegistry registry) {
        this.model = model;
        this.answered = registry.counter(Metrics.MODEL_CALLS, "model", alias, "outcome", "answered");
        this.cached = registry.counter(Metrics.MODEL_CALLS, "model", alias, "outcome", "cached");
        this.failed = registry.counter(Metrics.MODEL_CALLS, "model", alias, "outcome", "failed");
        this.input = registry.counter(Metrics.MODEL_TOKENS, "model", alias, "direction", "input");
        this.output = registry.counter(Metrics.MODEL_TOKENS, "model", alias, "direction", "output");
        this.cost = registry.counter(Metrics.MODEL_COST, "model", alias);
    }

    @Override
    public Completion complete(ModelRequest request) throws ModelException, InterruptedException {
        Completion completion = asked(request);
        if (completion.cached()) {
            cached.increment();
        } else {
            answered.increment();
            count(completion);
        }
        return completion;
    }

    private Completion asked(ModelRequest request) throws ModelException, InterruptedException {
        try {
            return model.complete(request);
        } catch (ModelException e) {
            failed.increment();
            throw e;
        }
    }

    private void count(Completion completion) {
        Usage usage = completion.usage();
        if (usage != null) {
            input.increment((double) usage.getInputTokens());
            output.increment((double) usage.getOutputTokens());
            cost.increment(usage.getCostMicros() == null ? 0 : (double) usage.getCostMicros());
        }
    }
}
