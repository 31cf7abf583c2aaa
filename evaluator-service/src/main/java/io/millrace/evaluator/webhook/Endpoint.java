package io.millrace.evaluator.webhook;

import java.net.URI;
import java.time.Duration;

/**
 * Where events are told to.
 *
 * @param privateAllowed whether it may be on this machine or in a private network
 * @param timeout for one whole attempt
 */
public record Endpoint(String name, URI url, Secrets secrets, boolean privateAllowed, Duration timeout) {

    /** @throws IllegalArgumentException if the address is none that can be posted to; it is not quoted, for it may hold a password */
    public Endpoint {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw new IllegalArgumentException(
                    "the address of an endpoint begins with https:// or http:// and holds no password and no fragment");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("an endpoint needs some time to answer");
        }
    }
}
