package io.millrace.deploy.replay;

/**
 * The old and the new verdict on one candidate.
 *
 * @param partition of topic {@code verified}, where the old verdict lies at the offset
 */
public record Comparison(
        Change change,
        String candidateId,
        String seedId,
        String dataset,
        int partition,
        long offset,
        Side was,
        Side now) {}
