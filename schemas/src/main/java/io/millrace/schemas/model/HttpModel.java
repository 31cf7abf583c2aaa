package io.millrace.schemas.model;

import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Usage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language model behind an OpenAI-compatible endpoint. */
public final class HttpModel implements Model {

    private static final ChatReader READER = new ChatReader();

    private final Endpoint endpoint;
    private final Optional<Prices> prices;
    private final JsonEndpoint completions;

    public HttpModel(Endpoint endpoint, Optional<Prices> prices, Transport transport) {
        this.endpoint = endpoint;
        this.prices = prices;
        this.completions = new JsonEndpoint(
                endpoint.completions(), endpoint.key(), endpoint.timeout(), endpoint.limits(), transport);
    }

    @Override
    public Completion complete(ModelRequest request) throws ModelException, InterruptedException {
        byte[] question = ChatJson.request(endpoint, request);
        JsonEndpoint.Answer<ChatReply> answer = completions.ask(question, READER);
        ChatReply reply = answer.value();
        ModelRef model =
                new ModelRef(endpoint.model(), reply.model(), endpoint.baseUrl().toString());
        return new Completion(
                reply.answer(), model, reply.finishReason(), priced(reply), answer.latencyMillis(), answer.attempts());
    }

    private @Nullable Usage priced(ChatReply reply) {
        Usage usage = reply.usage();
        return usage == null ? null : prices.map(table -> table.of(usage)).orElse(usage);
    }
}
