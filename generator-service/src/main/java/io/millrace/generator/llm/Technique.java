package io.millrace.generator.llm;

import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Seed;
import io.millrace.schemas.model.ModelException;

/** A way of making one candidate by asking a teacher, in one question or several. */
public interface Technique {

    /** Stable, lower-case, for instance "self-play"; a metric label. */
    String name();

    Ingredients ingredients();

    /**
     * Makes one candidate. The interview keeps the receipts of all that is asked.
     *
     * @throws UnusableSeedException if no candidate can ever be made of this seed
     * @throws UnusableAnswerException if none can be made of what the teacher answered
     * @throws ModelException if an answer did not come
     */
    Draft draft(Seed seed, Interview interview) throws ModelException, UnusableAnswerException, InterruptedException;
}
