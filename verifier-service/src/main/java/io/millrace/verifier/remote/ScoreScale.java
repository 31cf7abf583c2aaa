package io.millrace.verifier.remote;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;

/**
 * How a remote score is read.
 *
 * @param url the service, which is posted {@code {"messages":[{"role","content"},…]}}
 * @param at where its answer holds the score
 * @param least the score from which on a candidate passes
 */
public record ScoreScale(URI url, JsonPointer at, double least) {

    public ScoreScale {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The URL of a scoring service must start with https:// or http:// and a host, without a user");
        }
    }
}
