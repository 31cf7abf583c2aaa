package io.millrace.verifier.audit;

import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.Verdict;

/** What a check said of a probe. */
record Trial(Probe probe, Verdict verdict) {

    boolean accepted() {
        return verdict instanceof Verdict.Pass;
    }

    boolean rejected() {
        return verdict instanceof Verdict.Fail || verdict instanceof Verdict.Unparseable;
    }

    boolean wrong() {
        return !probe.right();
    }

    boolean falselyAccepted() {
        return accepted() && !probe.right();
    }

    boolean falselyRejected() {
        return rejected() && probe.right();
    }

    boolean undecided() {
        return !accepted() && !rejected();
    }
}
