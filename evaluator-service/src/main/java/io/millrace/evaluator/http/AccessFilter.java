package io.millrace.evaluator.http;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.millrace.schemas.stage.Access;
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

    private static final Pattern OPEN = Pattern.compile(
            "/|/review/?|/health/(liveness|readiness)|/(vendor/)?[A-Za-z0-9.-]+\\.(html|js|css|svg|txt)");

    private final Access access;

    AccessFilter(
            @Property(name = "micronaut.server.host") String host,
            @Property(name = "millrace.access-token-file") @Nullable Path tokenFile) {
        this.access = new Access(host, tokenFile, OPEN.asMatchPredicate());
    }

    @RequestFilter
    Optional<HttpResponse<?>> refuse(HttpRequest<?> request) {
        boolean permitted =
                access.permits(request.getPath(), request.getHeaders().get("Authorization"));
        return permitted ? Optional.empty() : Optional.of(HttpResponse.unauthorized());
    }
}
