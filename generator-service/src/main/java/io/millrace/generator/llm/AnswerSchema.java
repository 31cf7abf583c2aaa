package io.millrace.generator.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.millrace.generator.json.StrictJson;
import io.millrace.schemas.Resource;
import io.millrace.schemas.model.AnswerForm;
import java.util.List;
import java.util.stream.Collectors;

/** The JSON that a teacher must answer with, under a schema of ours. */
public final class AnswerSchema {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_FAULTS = 5;
    private static final String FENCE = "```";

    private static final JsonMapper MAPPER = StrictJson.nested(MAX_DEPTH).build();

    private final AnswerForm form;
    private final Schema schema;

    private AnswerSchema(AnswerForm form) {
        this.form = form;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(form.jsonSchema());
    }

    /** Reads a schema that belongs to the program, from the file {@code name.schema.json} beside a class. */
    public static AnswerSchema load(Class<?> beside, String name) {
        return new AnswerSchema(new AnswerForm(name, Resource.text(beside, name + ".schema.json")));
    }

    public AnswerForm form() {
        return form;
    }

    /** What an answer turned out to be. */
    sealed interface Reading {

        /** It fits. */
        record Fit(JsonNode document) implements Reading {}

        /** It does not; the reason names places of the schema and never quotes the answer. */
        record Unfit(String why) implements Reading {}

        default JsonNode orElseThrow() throws UnusableAnswerException {
            return switch (this) {
                case Fit fit -> fit.document();
                case Unfit unfit -> throw new UnusableAnswerException("UnusableAnswer", unfit.why());
            };
        }
    }

    Reading read(String answer) {
        try {
            JsonNode document = MAPPER.readTree(unfenced(answer.strip()));
            List<Error> faults = schema.validate(document);
            return faults.isEmpty() ? new Reading.Fit(document) : new Reading.Unfit(text(faults));
        } catch (JsonProcessingException notJson) {
            return new Reading.Unfit("the answer is not one JSON document");
        }
    }

    /** Many models put JSON in a fence however they are asked. */
    private static String unfenced(String answer) {
        int start = answer.indexOf('\n');
        return answer.startsWith(FENCE)
                        && answer.endsWith(FENCE)
                        && start > 0
                        && start < answer.length() - FENCE.length()
                ? answer.substring(start, answer.length() - FENCE.length())
                : answer;
    }

    private static String text(List<Error> faults) {
        return faults.stream()
                .limit(MAX_FAULTS)
                .map(fault -> "%s breaks %s".formatted(fault.getInstanceLocation(), fault.getKeyword()))
                .collect(Collectors.joining("; "));
    }
}
