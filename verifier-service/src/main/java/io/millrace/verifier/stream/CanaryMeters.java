package io.millrace.verifier.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.Planted;
import io.millrace.schemas.VerdictKind;
import java.util.List;

/** Counts what becomes of planted candidates; every meter is there from the start. */
final class CanaryMeters {

    private final MeterRegistry registry;

    CanaryMeters(List<String> checks, MeterRegistry registry) {
        this.registry = registry;
        for (String check : checks) {
            for (VerdictKind actual : VerdictKind.values()) {
                add(check, VerdictKind.ACCEPTED, actual, 0);
                add(check, VerdictKind.REJECTED, actual, 0);
            }
        }
    }

    void count(Planted planted, VerdictKind actual) {
        add(planted.getCheck(), planted.getRight() ? VerdictKind.ACCEPTED : VerdictKind.REJECTED, actual, 1);
    }

    private void add(String check, VerdictKind expected, VerdictKind actual, int count) {
        registry.counter(Metrics.CANARY_VERDICTS, "check", check, "expected", expected.name(), "actual", actual.name())
                .increment(count);
    }
}
