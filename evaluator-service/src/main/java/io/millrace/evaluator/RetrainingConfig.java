package io.millrace.evaluator;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.scheduling.cron.CronExpression;
import io.millrace.evaluator.trigger.Policies;
import io.millrace.evaluator.trigger.PolicyReader;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Settings under {@code millrace.evaluator.retraining}.
 *
 * @param every kept records that make a new version of a dataset where no policies are given
 * @param policiesFile when datasets are due for a new version, in YAML
 */
@ConfigurationProperties("millrace.evaluator.retraining")
record RetrainingConfig(
        @Bindable(defaultValue = "1000") @Positive int every,
        @Nullable Path policiesFile) {

    /**
     * When datasets are due for a new version.
     *
     * @throws IllegalArgumentException if the file cannot be read, naming everything in it that does not fit
     */
    Policies policies() {
        if (policiesFile == null) {
            return Policies.every(every);
        }
        try {
            return new PolicyReader(RetrainingConfig::cron).read(Files.readString(policiesFile));
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read the policies in " + policiesFile, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s:%n%s".formatted(policiesFile, e.getMessage()), e);
        }
    }

    /** In UTC. */
    private static UnaryOperator<Instant> cron(String expression) {
        CronExpression cron = CronExpression.create(expression);
        return after -> cron.nextTimeAfter(after.atZone(ZoneOffset.UTC)).toInstant();
    }
}
