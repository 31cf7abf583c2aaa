package io.millrace.evaluator.review;

import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Hash;

/**
 * Which decisions people are asked about: all that the checks left to them, and a share of what was kept. It follows from a record's id
 * alone, so that it is the same after any redelivery, and nobody can choose what is looked at.
 *
 * @param keptShare of the kept records
 * @param pairShare of those that are asked about, for which two people must agree
 */
public record Sampling(double keptShare, double pairShare) {

    /** Why people are asked about a record that was kept. */
    public static final String SAMPLED = "SAMPLED";

    private static final int HEX_DIGITS = 13;
    private static final double PLACES = 0x1p52;

    public Sampling {
        requireShare(keptShare);
        requireShare(pairShare);
    }

    /** Whether people are asked about a decision; never about their own. */
    public boolean includes(Evaluated evaluated) {
        if (!evaluated.getReviews().isEmpty()) {
            return false;
        }
        return switch (evaluated.getDecision()) {
            case REVIEW -> true;
            case KEEP -> isSampled(evaluated.getVerified().getCandidate().getId());
            case DROP -> false;
        };
    }

    /** Why people are asked about a decision. */
    public static String reason(Evaluated evaluated) {
        return evaluated.getDecision() == Decision.KEEP ? SAMPLED : evaluated.getReason();
    }

    /** How many people must agree on a record. */
    public int reviewers(String candidateId) {
        return place("pair", candidateId) < pairShare ? 2 : 1;
    }

    /** Whether people are asked about a record where it is kept. */
    public boolean isSampled(String candidateId) {
        return place("review", candidateId) < keptShare;
    }

    /** Between 0 and 1, where one purpose says nothing of the other. */
    private static double place(String purpose, String candidateId) {
        return Long.parseLong(Hash.of(purpose, candidateId), 0, HEX_DIGITS, 16) / PLACES;
    }

    private static void requireShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is between 0 and 1, not " + share);
        }
    }
}
