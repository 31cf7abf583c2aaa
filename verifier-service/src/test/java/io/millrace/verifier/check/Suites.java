package io.millrace.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Runs the probes of a suite through the check that they are made for. */
public final class Suites {

    private Suites() {}

    /** Names the probes that are wrong and accepted, or right and not accepted, with what the check said of them. */
    public static List<String> mistaken(ProbeSuite suite, Check check) {
        assertThat(suite.check()).isEqualTo(check.name());
        assertThat(suite.probes()).extracting(Probe::name).doesNotHaveDuplicates();
        assertThat(suite.probes()).extracting(Probe::right).contains(true, false);
        return suite.probes().stream()
                .filter(probe -> check.apply(probe.candidate()) instanceof Verdict.Pass != probe.right())
                .map(probe -> probe.name() + ": " + check.apply(probe.candidate()))
                .toList();
    }
}
