package io.millrace.generator.extraction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    private static final int MAX_DEPTH = 32;

    private static final List<String> KINDS =
            List.of("letter", "e-mail", "notice", "invoice", "minutes of a telephone call", "order", "newspaper item");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build());
    }

    private final Vocabulary vocabulary = Vocabulary.load();

    @Override
    public String name() {
        return "structured-extraction";
    }

    @Override
    public Ingredients ingredients() {
        return new Ingredients(REVISION, List.of(DOCUMENT, EXTRACT), List.of(), List.of(vocabulary.hash()));
    }

    @Override
    public Draft draft(Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        Parameters parameters = Parameters.of(seed, KIND);
        StructuredTask given = given(seed);
        Chance chance = interview.chance();
        String kind = parameters.optionalText(KIND, MAX_KIND).orElse(chance.of(KINDS));
        var drawn = new DrawnDocument(vocabulary, chance);
        JsonNode expected = drawn.draw(schema(given));
        String document = document(kind, given, drawn.leaves(), seed, interview);
        Prompt prompt = Prompt.of(
                EXTRACT,
                Map.of(
                        "instruction", given.getInstruction(),
                        "schema", given.getJsonSchema(),
                        "document", document));
        Message answer = interview.ask(ModelRequest.ANSWER, prompt);
        var task = new StructuredTask(prompt.message().getContent(), given.getJsonSchema(), expected.toString());
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

    private static JsonNode schema(StructuredTask task) {
        try {
            return MAPPER.readTree(task.getJsonSchema());
        } catch (JsonProcessingException e) {
            throw new UnusableSeedException("the schema is not JSON");
        }
    }

    private static String document(
            String kind, StructuredTask given, List<DrawnDocument.Leaf> leaves, Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        Prompt prompt = Prompt.of(
                DOCUMENT,
                Map.of(
                        "kind", kind,
                        "schema", given.getJsonSchema(),
                        "values",
                                leaves.stream()
                                        .map(leaf -> "- %s: %s".formatted(leaf.path(), leaf.text()))
                                        .collect(Collectors.joining("\n")),
                        "language", LanguageName.of(seed)));
        String document = interview.ask("document", prompt).getContent().strip();
        long missing =
                leaves.stream().filter(leaf -> !states(document, leaf.text())).count();
        if (missing > 0) {
            throw new UnusableAnswerException(
                    "ValueMissing", "%d of %d values are not stated word for word".formatted(missing, leaves.size()));
        }
        return document;
    }

    /** Whether the words stand there and are no part of longer words or numbers. */
    private static boolean states(String document, String text) {
        return Pattern.compile("(?<![\\p{L}\\p{N}]|[0-9][.,-])" + Pattern.quote(text) + "(?![\\p{L}\\p{N}]|[.,-][0-9])")
                .matcher(document)
                .find();
    }
}
