package io.millrace.deploy.account;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Seed;
import org.jspecify.annotations.Nullable;

/** Is told what became of each candidate. */
public interface Outcomes {

    void evaluated(Evaluated evaluated);

    /**
     * One record, or one sample of it, could not be processed.
     *
     * @param candidate null where none was made of the seed
     */
    void deadLettered(Seed seed, @Nullable Candidate candidate, DeadLetter letter);
}
