package io.millrace.generator.model;

import io.millrace.schemas.Hash;
import io.millrace.schemas.Message;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.Model;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model that is not asked again what it answered before. */
public final class CachedModel implements Model {

    private final Model model;
    private final String identity;
    private final AnswerCache cache;

    /**
     * Keeps what a model answers.
     *
     * @param identity all that shapes the answers besides the request
     */
    public CachedModel(Model model, String identity, AnswerCache cache) {
        this.model = model;
        this.identity = identity;
        this.cache = cache;
    }

    @Override
    public Completion complete(ModelRequest request) throws ModelException, InterruptedException {
        String key = key(request);
        Optional<Completion> kept = cache.find(key);
        if (kept.isPresent()) {
            return kept.get();
        }
        Completion completion = model.complete(request);
        cache.keep(key, completion);
        return completion;
    }

    /** Two samples may get different answers to the same words, and so may two questions of one sample. */
    private String key(ModelRequest request) {
        List<String> parts = new ArrayList<>();
        parts.add(identity);
        parts.add(Integer.toString(request.sampleIndex()));
        parts.add(Integer.toString(request.question()));
        parts.add(request.sampling().toString());
        parts.add(request.answerForm().toString());
        for (Message message : request.messages()) {
            parts.add(message.getRole());
            parts.add(message.getContent());
        }
        return Hash.of(parts);
    }
}
