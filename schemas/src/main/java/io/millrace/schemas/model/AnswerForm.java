package io.millrace.schemas.model;

/**
 * JSON of which form an answer must be. Endpoints promise to keep to it and do not always.
 *
 * @param name letters, digits, "-" and "_"
 * @param jsonSchema draft 2020-12, as JSON text
 */
public record AnswerForm(String name, String jsonSchema) {}
