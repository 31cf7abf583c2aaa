package io.millrace.evaluator.score;

import io.millrace.schemas.Score;
import io.millrace.schemas.Verified;

/** Grades a record in one dimension. */
public interface Scorer {

    /** What is measured, for instance "correctness". */
    String dimension();

    /** Stable, lower-case. */
    String name();

    /** Changes whenever the same record could get another value. */
    String version();

    double value(Verified verified);

    /** The grade with what gave it. */
    default Score apply(Verified verified) {
        return new Score(dimension(), name(), version(), value(verified));
    }
}
