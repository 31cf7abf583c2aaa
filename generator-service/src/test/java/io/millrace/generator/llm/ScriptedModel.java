package io.millrace.generator.llm;

import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Usage;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.Model;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A model that answers as a test says, and remembers what it was asked. */
public final class ScriptedModel implements Model {

    public static final ModelRef SELF = new ModelRef("scripted", "scripted/1", "embedded");
    public static final Usage USAGE = new Usage(10L, 20L, 3L, "prices-1");

    private final Script script;
    private final Queue<ModelRequest> requests = new ConcurrentLinkedQueue<>();

    /** What to answer. */
    @FunctionalInterface
    public interface Script {

        /** The text to answer with. */
        String answer(ModelRequest request) throws ModelException;
    }

    public ScriptedModel(Script script) {
        this.script = script;
    }

    @Override
    public Completion complete(ModelRequest request) throws ModelException {
        requests.add(request);
        Message answer = Message.newBuilder()
                .setRole("assistant")
                .setContent(script.answer(request))
                .build();
        return new Completion(answer, SELF, "stop", USAGE, 30, 2);
    }

    /** In the order of the samples, and of each sample's questions. */
    public List<ModelRequest> requests() {
        return requests.stream()
                .sorted(Comparator.comparingInt(ModelRequest::sampleIndex))
                .toList();
    }

    /** A teacher with this model. */
    public Teacher teacher() {
        return new Teacher(this, "scripted", Sampling.newBuilder().build());
    }
}
