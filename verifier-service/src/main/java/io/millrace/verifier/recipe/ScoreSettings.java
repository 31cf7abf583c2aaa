package io.millrace.verifier.recipe;

import com.fasterxml.jackson.core.JsonPointer;
import io.millrace.schemas.model.ApiKey;
import io.millrace.schemas.model.JsonEndpoint;
import io.millrace.verifier.remote.RemoteScore;
import io.millrace.verifier.remote.ScoreScale;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe says of a remote score.
 *
 * @param at a JSON pointer to the score in the service's answer, "/score" where nothing is said
 * @param least the score from which on a candidate passes
 * @param apiKeyVariable the environment variable that holds the key, which itself is never a setting
 * @param maxConcurrent questions that may be under way at once
 */
record ScoreSettings(
        @Nullable URI url,
        @Nullable String at,
        @Nullable Double least,
        @Nullable String apiKeyVariable,
        @Nullable Path apiKeyFile,
        @Nullable Integer timeoutSeconds,
        @Nullable Integer maxConcurrent) {

    RemoteScore score(Connections connections) throws UnfitRecipeException {
        if (url == null || least == null) {
            throw new UnfitRecipeException("settings of remote-score: url and least are needed");
        }
        Duration timeout = connections.timeout(timeoutSeconds);
        var endpoint = new JsonEndpoint(
                url,
                ApiKey.find(apiKeyVariable, apiKeyFile),
                timeout,
                connections.places(maxConcurrent),
                connections.transport(timeout));
        return new RemoteScore(new ScoreScale(url, JsonPointer.compile(at == null ? "/score" : at), least), endpoint);
    }
}
