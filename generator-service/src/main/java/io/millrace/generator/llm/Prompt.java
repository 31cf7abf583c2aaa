package io.millrace.generator.llm;

import io.millrace.schemas.Message;
import io.millrace.schemas.PromptRef;
import io.millrace.schemas.model.PromptTemplate;
import java.util.Map;

/** What a teacher is told, and its receipt. */
public record Prompt(Message message, PromptRef receipt) {

    /** The template with its variables, as the user says it. */
    public static Prompt of(PromptTemplate template, Map<String, String> variables) {
        Message message = Message.newBuilder()
                .setRole("user")
                .setContent(template.render(variables))
                .build();
        return new Prompt(message, template.receipt(variables));
    }
}
