package io.millrace.generator.distillation;

import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.Model;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A model that remembers what it was asked, refuses its second sample, breaks at its third, and else answers the same. */
final class StubModel implements Model {

    static final ModelRef SELF = new ModelRef("stub", "stub/1", "embedded");

    private final Queue<ModelRequest> requests = new ConcurrentLinkedQueue<>();

    @Override
    public Completion complete(ModelRequest request) throws ModelException {
        requests.add(request);
        if (request.sampleIndex() == 1) {
            throw new ModelException("RateLimited", "too many questions", 5, true);
        }
        if (request.sampleIndex() == 2) {
            throw new IllegalStateException("a secret");
        }
        return new Completion(answer(), SELF, "length", null, 30, 2);
    }

    static Message answer() {
        return Message.newBuilder()
                .setRole("assistant")
                .setContent("Answer: 42")
                .build();
    }

    /** In the order of the samples. */
    List<ModelRequest> requests() {
        return requests.stream()
                .sorted(Comparator.comparingInt(ModelRequest::sampleIndex))
                .toList();
    }
}
