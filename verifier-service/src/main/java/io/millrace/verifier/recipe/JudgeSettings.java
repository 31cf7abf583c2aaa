package io.millrace.verifier.recipe;

import io.millrace.schemas.model.ApiKey;
import io.millrace.schemas.model.Endpoint;
import io.millrace.schemas.model.HttpModel;
import io.millrace.schemas.model.Transport;
import io.millrace.verifier.judge.RubricJudge;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe says of a judge.
 *
 * @param apiKeyVariable the environment variable that holds the key, which itself is never a setting
 * @param maxConcurrent questions that may be under way at once
 * @param kinAllowed whether it may judge replies of models of its own family
 */
record JudgeSettings(
        @Nullable URI baseUrl,
        @Nullable String model,
        @Nullable String apiKeyVariable,
        @Nullable Path apiKeyFile,
        @Nullable Integer timeoutSeconds,
        @Nullable Integer maxConcurrent,
        boolean kinAllowed) {

    RubricJudge judge(Connections connections) throws UnfitRecipeException {
        if (baseUrl == null || model == null) {
            throw new UnfitRecipeException("settings of rubric-judge: baseUrl and model are needed");
        }
        Duration timeout = connections.timeout(timeoutSeconds);
        int places = connections.places(maxConcurrent);
        var endpoint = new Endpoint(baseUrl, model, ApiKey.find(apiKeyVariable, apiKeyFile), timeout, places);
        Transport transport = connections.transport(timeout);
        return new RubricJudge(new HttpModel(endpoint, Optional.empty(), transport), model, kinAllowed, places);
    }
}
