package io.millrace.deploy.intake;

import io.millrace.schemas.Candidate;
import java.util.Optional;

/**
 * A candidate that another system made.
 *
 * @param expectedCorrect what that system knows of it, if anything; it never travels with the candidate
 */
public record ImportedCandidate(Candidate candidate, Optional<Boolean> expectedCorrect) {}
