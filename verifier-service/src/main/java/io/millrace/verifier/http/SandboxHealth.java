package io.millrace.verifier.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import io.millrace.verifier.code.Sandbox;
import io.millrace.verifier.code.SandboxState;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Whether code can be run. A machine that offers no protection is well all the same: its code tasks stay undecided. */
@Factory
final class SandboxHealth {

    @Singleton
    HealthIndicator sandbox(Sandbox sandbox, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        return () -> new AsyncSingleResultPublisher<>(executor, () -> result(sandbox.state()));
    }

    private static HealthResult result(SandboxState state) {
        return switch (state) {
            case SandboxState.Ready ready ->
                result(HealthStatus.UP, Map.of("isolation", ready.isolation(), "interpreter", ready.interpreter()));
            case SandboxState.Failing failing -> result(HealthStatus.DOWN, Map.of("failing", failing.why()));
            case SandboxState.Refused refused -> result(HealthStatus.UP, Map.of("refused", refused.why()));
        };
    }

    private static HealthResult result(HealthStatus status, Map<String, String> details) {
        return HealthResult.builder("sandbox", status).details(details).build();
    }
}
