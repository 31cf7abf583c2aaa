package io.millrace.generator.extraction;

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
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StructuredTask;
import io.millrace.schemas.Task;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Map;

/**
 * Draws values for the seed's JSON schema, has a document written that states them, and then has them extracted by somebody who sees
 * the document and the schema alone.
 */
public final class StructuredExtraction implements Technique {

    /** Raised with whatever shapes drafts and is in no template. */
    private static final String REVISION = "1";

    private static final PromptTemplate DOCUMENT = PromptTemplate.load(StructuredExtraction.class, "document", "1");
    private static final PromptTemplate EXTRACT = PromptTemplate.load(StructuredExtraction.class, "extract", "1");

    private static final String KIND = "document";
    private static final int MAX_KIND = 100;
    private static final int MAX_SCHEMA = 20_000;

    private static final List<String> KINDS =
            List.of("letter", "e-mail", "notice", "invoice", "minutes of a telephone call", "order", "newspaper item");

    @Override
    public String name() {
        return "structured-extraction";
    }

    @Override
    public Ingredients ingredients() {
        return new Ingredients(REVISION, List.of(DOCUMENT, EXTRACT), List.of(), List.of(StatedValues.source()));
    }

    @Override
    public Draft draft(Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        Parameters parameters = Parameters.of(seed, KIND);
        StructuredTask given = given(seed);
        Chance chance = interview.chance();
        String kind = parameters.optionalText(KIND, MAX_KIND).orElse(chance.of(KINDS));
        StatedValues values = StatedValues.draw(StatedValues.json(given.getJsonSchema(), "the schema"), chance);
        String document = document(kind, given, values, seed, interview);
        Prompt prompt = Prompt.of(
                EXTRACT,
                Map.of(
                        "instruction", given.getInstruction(),
                        "schema", given.getJsonSchema(),
                        "document", document));
        Message answer = interview.ask(ModelRequest.ANSWER, prompt);
        var task = new StructuredTask(
                prompt.message().getContent(),
                given.getJsonSchema(),
                values.document().toString());
        return new Draft(
                Task.newBuilder().setStructured(task).build(), List.of(prompt.message(), answer), interview.calls());
    }

    private static StructuredTask given(Seed seed) {
        Task task = seed.getTask();
        StructuredTask structured = task == null ? null : task.getStructured();
        if (structured == null || structured.getJsonSchema().length() > MAX_SCHEMA) {
            throw new UnusableSeedException(
                    "the seed needs a structured task with a schema of at most %d characters".formatted(MAX_SCHEMA));
        }
        return structured;
    }

    private static String document(
            String kind, StructuredTask given, StatedValues values, Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        Prompt prompt = Prompt.of(
                DOCUMENT,
                Map.of(
                        "kind", kind,
                        "schema", given.getJsonSchema(),
                        "values", values.list(),
                        "language", LanguageName.of(seed)));
        return values.statedIn(interview.ask("document", prompt).getContent().strip());
    }
}
