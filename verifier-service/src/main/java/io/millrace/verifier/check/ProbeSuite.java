package io.millrace.verifier.check;

import java.util.List;

/** Right answers and attacks that a check must tell apart. */
public interface ProbeSuite {

    /** The name of the check that is tried. */
    String check();

    List<Probe> probes();
}
