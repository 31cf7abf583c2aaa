package io.millrace.schemas.model;

import io.millrace.schemas.Usage;
import java.util.OptionalLong;

/** Reads what {@code /chat/completions} answers. */
final class ChatReader implements JsonEndpoint.Reader<ChatReply> {

    @Override
    public ChatReply read(byte[] body) throws FaultException {
        return ChatJson.reply(body);
    }

    @Override
    public OptionalLong tokens(ChatReply reply) {
        Usage usage = reply.usage();
        return usage == null ? OptionalLong.empty() : OptionalLong.of(usage.getInputTokens() + usage.getOutputTokens());
    }
}
