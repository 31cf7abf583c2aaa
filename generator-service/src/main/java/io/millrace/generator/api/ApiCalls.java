package io.millrace.generator.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.generator.extraction.StatedValues;
import io.millrace.generator.llm.Ingredients;
import io.millrace.generator.llm.Interview;
import io.millrace.generator.llm.LanguageName;
import io.millrace.generator.llm.Parameters;
import io.millrace.generator.llm.Prompt;
import io.millrace.generator.llm.Technique;
import io.millrace.generator.llm.UnusableAnswerException;
import io.millrace.generator.rule.space.Chance;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Message;
import io.millrace.schemas.Resource;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StructuredTask;
import io.millrace.schemas.Task;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Map;

/**
 * Draws arguments of an operation of an API, has a request written that states them in words, and then has the call written by
 * somebody who sees the operation and the request alone.
 */
public final class ApiCalls implements Technique {

    /** Raised with whatever shapes drafts and is in no template. */
    private static final String REVISION = "1";

    private static final PromptTemplate REQUEST = PromptTemplate.load(ApiCalls.class, "request", "1");
    private static final PromptTemplate CALL = PromptTemplate.load(ApiCalls.class, "call", "1");
    private static final String OPERATIONS = Resource.text(ApiCalls.class, "operations.json");

    private static final String OPERATION = "operation";
    private static final int MAX_OPERATION = 20_000;

    private static final List<String> MANNERS = List.of(
            "briefly and to the point",
            "politely, as to somebody unknown",
            "in a hurry",
            "chattily, and tells why it is wanted",
            "as one who dictates a message, one thing after the other",
            "as a question whether it can be done");

    private final List<Operation> operations = StatedValues.json(OPERATIONS, "the file of operations")
            .valueStream()
            .map(Operation::new)
            .toList();

    @Override
    public String name() {
        return "api-call";
    }

    @Override
    public Ingredients ingredients() {
        return new Ingredients(
                REVISION, List.of(REQUEST, CALL), List.of(), List.of(StatedValues.source(), Hash.of(OPERATIONS)));
    }

    @Override
    public Draft draft(Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        if (seed.getTask() != null) {
            throw new UnusableSeedException("the strategy makes its tasks; the seed brings one");
        }
        Chance chance = interview.chance();
        Operation operation = Parameters.of(seed, OPERATION)
                .optionalText(OPERATION, MAX_OPERATION)
                .map(text -> new Operation(StatedValues.json(text, "parameter operation")))
                .orElseGet(() -> chance.of(operations));
        StatedValues arguments = StatedValues.draw(operation.stated(chance), chance);
        String declared = operation.declared().toPrettyString();
        Prompt wish = Prompt.of(
                REQUEST,
                Map.of(
                        OPERATION,
                        declared,
                        "values",
                        arguments.list(),
                        "manner",
                        chance.of(MANNERS),
                        "language",
                        LanguageName.of(seed)));
        String request =
                arguments.statedIn(interview.ask("request", wish).getContent().strip());
        JsonNode schema = operation.callSchema();
        Prompt prompt =
                Prompt.of(CALL, Map.of(OPERATION, declared, "request", request, "schema", schema.toPrettyString()));
        Message answer = interview.ask(ModelRequest.ANSWER, prompt);
        var task = new StructuredTask(
                prompt.message().getContent(),
                schema.toString(),
                operation.call(arguments.document()).toString());
        return new Draft(
                Task.newBuilder().setStructured(task).build(), List.of(prompt.message(), answer), interview.calls());
    }
}
