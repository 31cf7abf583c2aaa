package io.millrace.verifier.check;

import java.util.List;

/** Right answers and attacks that a check must tell apart. */
public interface ProbeSuite {

    /** The name of the check that is tried. */
    String check();

    /** What the suite is called in reports; the check's name where it is the check's own. */
    default String name() {
        return check();
    }

    List<Probe> probes();
}
