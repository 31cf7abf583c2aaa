package io.millrace.schemas.model;

import io.millrace.schemas.Usage;

/** What a model's tokens cost, in millionths of a US dollar per million tokens. */
public record Prices(long input, long output, String version) {

    private static final long MAX = 1_000_000_000;
    private static final long TOKENS = 1_000_000;

    public Prices {
        if (input < 0 || input > MAX || output < 0 || output > MAX) {
            throw new IllegalArgumentException("A price must be between 0 and " + MAX);
        }
    }

    Usage of(Usage unpriced) {
        long cost = unpriced.getInputTokens() * input + unpriced.getOutputTokens() * output;
        return new Usage(unpriced.getInputTokens(), unpriced.getOutputTokens(), Math.ceilDiv(cost, TOKENS), version);
    }
}
