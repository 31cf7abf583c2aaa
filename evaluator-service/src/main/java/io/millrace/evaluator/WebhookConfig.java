package io.millrace.evaluator;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import io.millrace.evaluator.webhook.Endpoint;
import io.millrace.evaluator.webhook.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that is told of retraining events, under {@code millrace.evaluator.webhooks} and its name.
 *
 * @param secretVariable the environment variable that holds its secrets, which themselves are never a setting
 * @param secretFile the file that does
 * @param privateAllowed whether it may be on this machine or in a private network
 */
@EachProperty("millrace.evaluator.webhooks")
record WebhookConfig(
        @Parameter String name,
        @Nullable URI url,
        @Nullable String secretVariable,
        @Nullable Path secretFile,
        @Bindable(defaultValue = "false") boolean privateAllowed,
        @Bindable(defaultValue = "20s") Duration timeout) {

    Endpoint endpoint() {
        if (url == null) {
            throw new IllegalArgumentException("The webhook %s has no URL".formatted(name));
        }
        try {
            return new Endpoint(name, url, Secrets.find(secretVariable, secretFile), privateAllowed, timeout);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The webhook %s: %s".formatted(name, e.getMessage()), e);
        }
    }
}
