package io.millrace.evaluator.http;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.millrace.schemas.stage.AccessToken;
import io.millrace.schemas.stage.ListenAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who shows the access token, where one is configured. Anybody may ask whether the service is alive, and may load the
 * dashboard, which holds no data and asks for the token itself.
 */
@Context
@ServerFilter("/**")
final class AccessFilter {

    private static final Pattern OPEN =
            Pattern.compile("/|/health/(liveness|readiness)|/(vendor/)?[A-Za-z0-9.-]+\\.(html|js|css|svg|txt)");

    private final Optional<AccessToken> token;

    AccessFilter(
            @Property(name = "micronaut.server.host") String host,
            @Property(name = "millrace.access-token-file") @Nullable Path tokenFile) {
        this.token = AccessToken.read(Optional.ofNullable(tokenFile));
        ListenAddress.requireSafe(host, token);
    }

    @RequestFilter
    Optional<HttpResponse<?>> refuse(HttpRequest<?> request) {
        return welcome(request) ? Optional.empty() : Optional.of(HttpResponse.unauthorized());
    }

    private boolean welcome(HttpRequest<?> request) {
        String shown = request.getHeaders().get("Authorization");
        return token.isEmpty()
                || OPEN.matcher(request.getPath()).matches()
                || token.get().matches(shown);
    }
}
