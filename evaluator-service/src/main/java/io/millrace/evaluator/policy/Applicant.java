package io.millrace.evaluator.policy;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Verified;

/**
 * What is known of an accepted record where it is decided whether its dataset takes it.
 *
 * @param depth steps from real data; 0 is real
 */
public record Applicant(String dataset, String candidateId, boolean protectedCase, int depth, Traits traits) {

    public static Applicant of(Verified verified) {
        Candidate candidate = verified.getCandidate();
        Seed seed = candidate.getSeed();
        return new Applicant(
                seed.getDataset(),
                candidate.getId(),
                seed.getProtectedCase(),
                verified.getProvenance().getGenerationDepth(),
                Traits.of(verified));
    }
}
