package io.millrace.generator.codetests;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.generator.llm.AnswerSchema;
import io.millrace.generator.llm.Ingredients;
import io.millrace.generator.llm.Interview;
import io.millrace.generator.llm.Parameters;
import io.millrace.generator.llm.Prompt;
import io.millrace.generator.llm.Technique;
import io.millrace.generator.llm.UnusableAnswerException;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.schemas.model.PromptTemplate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Has tests written for a Python problem by somebody who sees neither its tests nor its reference solution, and the problem solved
 * by somebody who sees none of them. The reference solution proves the tests.
 */
public final class CodeTests implements Technique {

    /** Raised with whatever shapes drafts and is in no template. */
    private static final String REVISION = "1";

    private static final PromptTemplate TESTS = PromptTemplate.load(CodeTests.class, "tests", "1");
    private static final PromptTemplate SOLVE = PromptTemplate.load(CodeTests.class, "solve", "1");
    private static final AnswerSchema WRITTEN = AnswerSchema.load(CodeTests.class, "tests");

    @Override
    public String name() {
        return "code-tests";
    }

    @Override
    public Ingredients ingredients() {
        return new Ingredients(REVISION, List.of(TESTS, SOLVE), List.of(WRITTEN));
    }

    @Override
    public Draft draft(Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        Parameters.of(seed);
        CodeTask given = given(seed);
        Map<String, String> asked = Map.of("problem", given.getProblem(), "entryPoint", given.getEntryPoint());
        JsonNode written = interview.ask("tests", Prompt.of(TESTS, asked), WRITTEN);
        CodeTask task = CodeTask.newBuilder(given)
                .setTests(tests(written, given.getEntryPoint()))
                .setGeneratedTests(true)
                .build();
        Prompt prompt = Prompt.of(SOLVE, asked);
        Message answer = interview.ask(ModelRequest.ANSWER, prompt);
        return new Draft(Task.newBuilder().setCode(task).build(), List.of(prompt.message(), answer), interview.calls());
    }

    private static CodeTask given(Seed seed) {
        Task task = seed.getTask();
        CodeTask code = task == null ? null : task.getCode();
        if (code == null
                || !code.getLanguage().equals("python")
                || code.getReferenceSolution() == null
                || code.getEntryPoint().isEmpty()
                || code.getBuggySource() != null) {
            throw new UnusableSeedException(
                    "the seed needs a code task in python with an entry point and a reference solution, and nothing to repair");
        }
        return code;
    }

    private static String tests(JsonNode written, String entryPoint) throws UnusableAnswerException {
        List<String> tests = StreamSupport.stream(written.path("tests").spliterator(), false)
                .map(test -> test.textValue().strip())
                .toList();
        Pattern call = Pattern.compile("\\b" + Pattern.quote(entryPoint) + "\\s*\\(");
        if (!tests.stream().allMatch(test -> call.matcher(test).find())) {
            throw new UnusableAnswerException("NotATest", "a test does not call the entry point");
        }
        if (tests.stream().distinct().count() < tests.size()) {
            throw new UnusableAnswerException("RepeatedTest", "a test is given twice");
        }
        return String.join("\n", tests);
    }
}
