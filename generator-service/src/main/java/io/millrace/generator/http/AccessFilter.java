package io.millrace.generator.http;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets in who shows the access token, where one is configured; anybody may ask whether the service is alive. */
@Context
@ServerFilter("/**")
final class AccessFilter {

    private static final Set<String> OPEN = Set.of("/health/liveness", "/health/readiness");

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
                || OPEN.contains(request.getPath())
                || token.get().matches(shown);
    }
}
