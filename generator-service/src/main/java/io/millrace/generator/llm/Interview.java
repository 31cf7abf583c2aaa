package io.millrace.generator.llm;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.generator.rule.space.Chance;
import io.millrace.generator.rule.space.Mix;
import io.millrace.generator.strategy.ModelCall;
import io.millrace.schemas.Message;
import io.millrace.schemas.PromptRef;
import io.millrace.schemas.Seed;
import io.millrace.schemas.model.AnswerForm;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that one sample asks its teacher, one question after the other, and the receipts. */
public final class Interview {

    private static final PromptTemplate REPAIR = PromptTemplate.load(Interview.class, "repair", "1");
    private static final String AGAIN = "-repair";

    private final Teacher teacher;
    private final Spending spending;
    private final Seed seed;
    private final int sampleIndex;
    private final List<ModelCall> calls = new ArrayList<>();

    Interview(Teacher teacher, Spending spending, Seed seed, int sampleIndex) {
        this.teacher = teacher;
        this.spending = spending;
        this.seed = seed;
        this.sampleIndex = sampleIndex;
    }

    /** Which sample of the seed it is for, from 0. */
    public int sampleIndex() {
        return sampleIndex;
    }

    /** Choices that follow from the seed and the sample alone, the same ones whenever it is asked. */
    public Chance chance() {
        return new Chance(Mix.key(Mix.key(Mix.key(seed.getId()), seed.getRngKey()), sampleIndex));
    }

    /** The calls so far, in order; the last one is that of the candidate's answer once it is drafted. */
    public List<ModelCall> calls() {
        return List.copyOf(calls);
    }

    /** The calls so far, the one that gave the candidate's answer put last. */
    public List<ModelCall> callsEndingWith(ModelCall answer) {
        List<ModelCall> ordered = new ArrayList<>(calls);
        if (!ordered.remove(answer)) {
            throw new IllegalArgumentException("no call of this interview");
        }
        ordered.add(answer);
        return List.copyOf(ordered);
    }

    /** Asks for a text. */
    public Message ask(String step, Prompt prompt) throws ModelException, InterruptedException {
        return ask(step, List.of(prompt.message()), prompt.receipt());
    }

    /** Lets the teacher continue a conversation, whose last message the receipt is about. */
    public Message ask(String step, List<Message> conversation, PromptRef receipt)
            throws ModelException, InterruptedException {
        return ask(step, conversation, receipt, Optional.empty());
    }

    /**
     * Asks for JSON; an answer that does not fit the schema may be repaired once.
     *
     * @throws UnusableAnswerException if the repaired answer does not fit either
     */
    public JsonNode ask(String step, Prompt prompt, AnswerSchema schema)
            throws ModelException, UnusableAnswerException, InterruptedException {
        var form = Optional.of(schema.form());
        Message answer = ask(step, List.of(prompt.message()), prompt.receipt(), form);
        AnswerSchema.Reading reading = schema.read(answer.getContent());
        if (reading instanceof AnswerSchema.Reading.Unfit unfit) {
            var repair = Prompt.of(
                    REPAIR, Map.of("fault", unfit.why(), "schema", schema.form().jsonSchema()));
            List<Message> conversation = List.of(prompt.message(), answer, repair.message());
            reading = schema.read(
                    ask(step + AGAIN, conversation, repair.receipt(), form).getContent());
        }
        return reading.orElseThrow();
    }

    private Message ask(String step, List<Message> conversation, PromptRef receipt, Optional<AnswerForm> form)
            throws ModelException, InterruptedException {
        var sampling = teacher.sampling(sampleIndex, calls.size());
        var request = new ModelRequest(seed, sampleIndex, calls.size(), step, conversation, sampling, form);
        spending.check();
        Completion completion = teacher.model().complete(request);
        spending.add(completion);
        calls.add(new ModelCall(
                step,
                completion.model(),
                receipt,
                sampling,
                completion.finishReason(),
                completion.usage(),
                completion.latencyMillis(),
                completion.attempts(),
                completion.cached()));
        return completion.answer();
    }
}
