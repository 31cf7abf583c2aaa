package io.millrace.schemas.stage;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who may call a service's HTTP interface: everybody on this machine, or whoever shows the access token where there is one. */
public final class Access {

    private final Optional<AccessToken> token;
    private final Predicate<String> open;

    /**
     * The rule of one service.
     *
     * @param host the address it listens on
     * @param tokenFile holds the access token; null for none
     * @param open the paths that anybody may ask for
     * @throws IllegalArgumentException if the token cannot be used, or if others could reach the service without one
     */
    public Access(String host, @Nullable Path tokenFile, Predicate<String> open) {
        this.token = AccessToken.read(Optional.ofNullable(tokenFile));
        this.open = open;
        ListenAddress.requireSafe(host, token);
    }

    /**
     * Whether a request is let in.
     *
     * @param authorization its {@code Authorization} header; null where it has none
     */
    public boolean permits(String path, @Nullable String authorization) {
        return token.isEmpty() || open.test(path) || token.get().matches(authorization);
    }
}
