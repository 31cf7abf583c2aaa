package io.millrace.generator.distillation;

import io.millrace.generator.llm.Prompt;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.Document;
import io.millrace.schemas.Message;
import io.millrace.schemas.SqlTask;
import io.millrace.schemas.StructuredTask;
import io.millrace.schemas.Task;
import io.millrace.schemas.ToolTask;
import io.millrace.schemas.model.PromptTemplate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts tasks into words for a model, without anything that would give their answers away. */
public final class Prompts {

    private static final PromptTemplate MATH = PromptTemplate.load(Prompts.class, "math", "1");
    private static final PromptTemplate CODE = PromptTemplate.load(Prompts.class, "code", "1");
    private static final PromptTemplate TEXT = PromptTemplate.load(Prompts.class, "text", "1");
    private static final PromptTemplate PUZZLE = PromptTemplate.load(Prompts.class, "puzzle", "1");
    private static final PromptTemplate CHAT = PromptTemplate.load(Prompts.class, "chat", "1");
    private static final PromptTemplate GROUNDED = PromptTemplate.load(Prompts.class, "grounded", "1");
    private static final PromptTemplate STRUCTURED = PromptTemplate.load(Prompts.class, "structured", "1");
    private static final PromptTemplate SQL = PromptTemplate.load(Prompts.class, "sql", "1");
    private static final PromptTemplate TOOL = PromptTemplate.load(Prompts.class, "tool", "1");

    private Prompts() {}

    /** All of them, which shape whatever they ask for. */
    public static List<PromptTemplate> templates() {
        return List.of(MATH, CODE, TEXT, PUZZLE, CHAT, GROUNDED, STRUCTURED, SQL, TOOL);
    }

    /** All of them, and those of a technique that asks by them too. */
    public static List<PromptTemplate> templatesAnd(Collection<PromptTemplate> own) {
        return Stream.concat(own.stream(), templates().stream()).toList();
    }

    /**
     * The prompt for a task.
     *
     * @throws UnusableSeedException if there is no template for tasks of its kind
     */
    public static Prompt prompt(Task task) {
        if (task.getMath() != null) {
            return Prompt.of(MATH, Map.of("problem", task.getMath().getProblem()));
        }
        if (task.getCode() != null) {
            return Prompt.of(CODE, code(task.getCode()));
        }
        if (task.getText() != null) {
            return Prompt.of(TEXT, Map.of("prompt", task.getText().getPrompt()));
        }
        if (task.getPuzzle() != null) {
            return Prompt.of(PUZZLE, Map.of("prompt", task.getPuzzle().getPrompt()));
        }
        if (task.getChat() != null) {
            return chat(task.getChat());
        }
        if (task.getStructured() != null) {
            return structured(task.getStructured());
        }
        if (task.getSql() != null) {
            SqlTask sql = task.getSql();
            return Prompt.of(SQL, Map.of("tables", sql.getTables(), "question", sql.getQuestion()));
        }
        if (task.getTool() != null) {
            return tool(task.getTool());
        }
        throw new UnusableSeedException("there is no prompt template for a task of this kind");
    }

    /** All that is said before the answer, the prompt last. */
    public static List<Message> conversation(Task task, Prompt prompt) {
        List<Message> messages =
                task.getChat() == null ? List.of() : task.getChat().getMessages();
        return Stream.concat(messages.stream().limit(Math.max(0, messages.size() - 1)), Stream.of(prompt.message()))
                .toList();
    }

    private static Map<String, String> code(CodeTask task) {
        return Map.of("language", task.getLanguage(), "entryPoint", task.getEntryPoint(), "problem", task.getProblem());
    }

    private static Prompt structured(StructuredTask task) {
        return Prompt.of(STRUCTURED, Map.of("instruction", task.getInstruction(), "schema", task.getJsonSchema()));
    }

    /** The goal is not shown: what is wanted stands in the instruction. */
    private static Prompt tool(ToolTask task) {
        return Prompt.of(
                TOOL,
                Map.of("instruction", task.getInstruction(), "tools", task.getTools(), "world", task.getWorldState()));
    }

    /** The last message of a conversation, which is what has to be answered. */
    private static Prompt chat(ChatTask task) {
        List<Message> messages = task.getMessages();
        if (messages.isEmpty() || !messages.getLast().getRole().equals("user")) {
            throw new UnusableSeedException("the conversation does not end with a message of the user");
        }
        String request = messages.getLast().getContent();
        return task.getDocuments().isEmpty()
                ? Prompt.of(CHAT, Map.of("request", request))
                : Prompt.of(GROUNDED, Map.of("documents", documents(task.getDocuments()), "request", request));
    }

    private static String documents(List<Document> documents) {
        return documents.stream()
                .map(document ->
                        "Document %s, %s\n%s".formatted(document.getId(), document.getTitle(), document.getText()))
                .collect(Collectors.joining("\n\n"));
    }
}
