package io.millrace.verifier.check;

import io.millrace.schemas.Candidate;
import java.util.OptionalInt;

/** One independent test of a candidate. */
public interface Check {

    /** Stable, lower-case, for instance "math-answer"; a metric label. */
    String name();

    /** Changes whenever the same candidate could get another verdict. */
    String version();

    /** SHA-256 in lower-case hex over the settings that shape the verdict. */
    String configHash();

    /** Whether the check has anything to say about this kind of task. */
    boolean appliesTo(Candidate candidate);

    /** Whether a pass says enough of this task to earn acceptance; where it does not, the check only finds faults. */
    default boolean decides(Candidate candidate) {
        return true;
    }

    /** How many candidates it can examine at once, where something scarcer than processors limits it. */
    default OptionalInt places() {
        return OptionalInt.empty();
    }

    /** Judges; an infrastructure failure is a {@link Verdict.Errored}, never a {@link Verdict.Fail}. */
    Verdict apply(Candidate candidate);
}
