package io.millrace.generator.distillation;

import io.millrace.generator.llm.Prompt;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.Task;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Map;

/** Puts tasks into words for a model, without anything that would give their answers away. */
final class Prompts {

    private static final PromptTemplate MATH = PromptTemplate.load(Prompts.class, "math", "1");
    private static final PromptTemplate CODE = PromptTemplate.load(Prompts.class, "code", "1");
    private static final PromptTemplate TEXT = PromptTemplate.load(Prompts.class, "text", "1");
    private static final PromptTemplate PUZZLE = PromptTemplate.load(Prompts.class, "puzzle", "1");

    private Prompts() {}

    static List<PromptTemplate> templates() {
        return List.of(MATH, CODE, TEXT, PUZZLE);
    }

    /**
     * The prompt for a task.
     *
     * @throws UnusableSeedException if there is no template for tasks of its kind
     */
    static Prompt prompt(Task task) {
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
        throw new UnusableSeedException("there is no prompt template for a task of this kind");
    }

    private static Map<String, String> code(CodeTask task) {
        return Map.of("language", task.getLanguage(), "entryPoint", task.getEntryPoint(), "problem", task.getProblem());
    }
}
