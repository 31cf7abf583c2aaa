package io.millrace.schemas.model;

import io.millrace.schemas.Message;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Seed;
import java.util.List;

/**
 * One question to a model.
 *
 * @param seed what the question was made from; a remote model never sees it
 * @param sampleIndex which of the seed's samples this is, from 0
 */
public record ModelRequest(Seed seed, int sampleIndex, List<Message> messages, Sampling sampling) {

    public ModelRequest {
        messages = List.copyOf(messages);
    }
}
