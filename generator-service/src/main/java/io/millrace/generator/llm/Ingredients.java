package io.millrace.generator.llm;

import io.millrace.schemas.Hash;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;

/**
 * Whatever shapes a technique's drafts besides the seed and the teacher.
 *
 * @param revision raised with what is in none of the others
 * @param schemas of the answers that it asks for
 * @param data hashes of what it draws from
 */
public record Ingredients(
        String revision, List<PromptTemplate> templates, List<AnswerSchema> schemas, List<String> data) {

    public Ingredients {
        templates = List.copyOf(templates);
        schemas = List.copyOf(schemas);
        data = List.copyOf(data);
    }

    public Ingredients(String revision, List<PromptTemplate> templates, List<AnswerSchema> schemas) {
        this(revision, templates, schemas, List.of());
    }

    String hash() {
        return Hash.of(
                revision,
                Hash.of(templates.stream().map(PromptTemplate::hash).toList()),
                Hash.of(schemas.stream()
                        .map(schema -> schema.form().jsonSchema())
                        .toList()),
                Hash.of(data));
    }
}
