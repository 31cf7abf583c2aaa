package io.millrace.verifier.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import io.millrace.verifier.code.Language;
import io.millrace.verifier.code.SandboxState;
import io.millrace.verifier.code.SlotPool;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

/** Whether code can be run, and in which languages. A machine that offers no protection is well all the same: its code tasks stay undecided. */
@Factory
final class SandboxHealth {

    @Singleton
    HealthIndicator sandbox(SlotPool slots, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        return () -> new AsyncSingleResultPublisher<>(executor, () -> result(slots));
    }

    private static HealthResult result(SlotPool slots) {
        Map<String, String> details = new TreeMap<>();
        for (Language language : Language.values()) {
            details.put(language.label(), slots.version(language).orElse("missing"));
        }
        return switch (slots.state(Language.PYTHON)) {
            case SandboxState.Ready ready -> {
                details.put("isolation", ready.isolation());
                yield result(HealthStatus.UP, details);
            }
            case SandboxState.Failing failing -> {
                details.put("failing", failing.why());
                yield result(HealthStatus.DOWN, details);
            }
            case SandboxState.Refused refused -> {
                details.put("refused", refused.why());
                yield result(HealthStatus.UP, details);
            }
        };
    }

    private static HealthResult result(HealthStatus status, Map<String, String> details) {
        return HealthResult.builder("sandbox", status).details(details).build();
    }
}
