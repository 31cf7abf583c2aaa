package io.millrace.schemas.stage;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Where a service may listen: on this machine, or anywhere once callers must show a token. */
final class ListenAddress {

    private ListenAddress() {}

    /**
     * Refuses an address that others can reach without a token.
     *
     * @throws IllegalArgumentException in words for the operator
     */
    static void requireSafe(String host, Optional<AccessToken> token) {
        if (token.isEmpty() && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    "Refusing to listen on %s without authentication: set millrace.access-token-file, or listen on 127.0.0.1"
                            .formatted(host));
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
