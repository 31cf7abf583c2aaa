package io.millrace.verifier.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.VerdictKind;
import io.millrace.verifier.check.Conclusion;
import io.millrace.verifier.check.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts verdicts and times checks; every meter is there from the start. */
final class VerdictMeters {

    private final MeterRegistry registry;
    private final Map<String, Timer> checks;

    VerdictMeters(List<String> checks, MeterRegistry registry) {
        this.registry = registry;
        this.checks = checks.stream()
                .collect(Collectors.toMap(
                        Function.identity(), name -> registry.timer(Metrics.VERIFIER_CHECKS, "check", name)));
        for (VerdictKind verdict : VerdictKind.values()) {
            for (Reason reason : Reason.values()) {
                if ((verdict == VerdictKind.ACCEPTED) == (reason == Reason.ACCEPTED)) {
                    add(verdict, reason, 0);
                }
            }
        }
    }

    void count(Conclusion conclusion) {
        add(conclusion.verdict(), conclusion.reason(), 1);
        for (CheckResult result : conclusion.checks()) {
            Timer timer = checks.get(result.getName());
            if (timer != null) {
                timer.record(Duration.ofNanos(1_000 * result.getTookMicros()));
            }
        }
    }

    private void add(VerdictKind verdict, Reason reason, int count) {
        registry.counter(Metrics.VERIFIER_VERDICTS, "verdict", verdict.name(), "reason", reason.name())
                .increment(count);
    }
}
