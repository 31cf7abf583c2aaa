package io.millrace.evaluator.policy;

import io.millrace.evaluator.contamination.Exposure;
import io.millrace.evaluator.contamination.Watchlist;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Split;

/** What a candidate gives away of benchmarks. */
public final class Leaks {

    private Leaks() {}

    /** The answer to a problem that is held out for testing does not give that problem away, but any other. */
    public static Exposure of(Candidate candidate, Watchlist watchlist) {
        Exposure exposure = watchlist.exposure(Exchange.parts(candidate));
        Seed seed = candidate.getSeed();
        return seed.getSplit() == Split.TEST ? exposure.butOf(seed.getId()) : exposure;
    }
}
