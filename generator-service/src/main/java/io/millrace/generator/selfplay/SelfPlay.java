package io.millrace.generator.selfplay;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.generator.distillation.Prompts;
import io.millrace.generator.llm.AnswerSchema;
import io.millrace.generator.llm.Ingredients;
import io.millrace.generator.llm.Interview;
import io.millrace.generator.llm.Parameters;
import io.millrace.generator.llm.Prompt;
import io.millrace.generator.llm.Technique;
import io.millrace.generator.llm.UnusableAnswerException;
import io.millrace.generator.solving.FinalAnswer;
import io.millrace.generator.solving.Solvers;
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
import java.util.Objects;

/**
 * Lets the teacher invent a problem and then solve it without knowing what it invented besides. A problem of mathematics counts
 * once enough solvers come to the inventor's answer; one of programming brings tests, which the verifier proves.
 */
public final class SelfPlay implements Technique {

    /** Raised with whatever shapes drafts and is in no template. */
    private static final String REVISION = "1";

    private static final String INVENT = "invent";
    private static final String CODE = "code";
    private static final int LONGEST_TOPIC = 200;
    private static final int LONGEST_DIFFICULTY = 60;

    private static final PromptTemplate MATH_PROMPT = PromptTemplate.load(SelfPlay.class, "invent-math", "1");
    private static final PromptTemplate CODE_PROMPT = PromptTemplate.load(SelfPlay.class, "invent-code", "1");
    private static final AnswerSchema MATH_PROBLEM = AnswerSchema.load(SelfPlay.class, "math-problem");
    private static final AnswerSchema CODE_PROBLEM = AnswerSchema.load(SelfPlay.class, "code-problem");

    @Override
    public String name() {
        return "self-play";
    }

    @Override
    public Ingredients ingredients() {
        return new Ingredients(
                REVISION, Prompts.templatesAnd(List.of(MATH_PROMPT, CODE_PROMPT)), List.of(MATH_PROBLEM, CODE_PROBLEM));
    }

    @Override
    public Draft draft(Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        if (seed.getTask() != null) {
            throw new UnusableSeedException("self-play invents its tasks; the seed brings one");
        }
        var parameters = Parameters.of(seed, "subject", "topic", "difficulty", "solvers", "agreeing");
        Map<String, String> wish = wish(seed, parameters, interview.sampleIndex());
        boolean code = parameters
                .choice("subject", List.of("math", CODE))
                .orElse("math")
                .equals(CODE);
        return code ? program(wish, interview) : calculation(wish, Solvers.of(parameters), interview);
    }

    private static Map<String, String> wish(Seed seed, Parameters parameters, int sampleIndex) {
        String difficulty = parameters
                .optionalText("difficulty", LONGEST_DIFFICULTY)
                .orElse(Objects.requireNonNullElse(seed.getDifficulty(), "medium"));
        return Map.of(
                "topic", parameters.text("topic", LONGEST_TOPIC),
                "difficulty", difficulty,
                "number", Integer.toString(sampleIndex + 1));
    }

    private static Draft calculation(Map<String, String> wish, Solvers solvers, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        JsonNode invented = interview.ask(INVENT, Prompt.of(MATH_PROMPT, wish), MATH_PROBLEM);
        FinalAnswer claimed = FinalAnswer.claimed(invented.path("answer").asText());
        String problem = invented.path("problem").asText();
        Solvers.Agreement agreed = solvers.solve(interview, problem, claimed);
        return new Draft(
                Solvers.task(problem, agreed.answer().text()),
                List.of(agreed.problem(), agreed.solution()),
                interview.callsEndingWith(agreed.call()));
    }

    private static Draft program(Map<String, String> wish, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        CodeTask code = code(interview.ask(INVENT, Prompt.of(CODE_PROMPT, wish), CODE_PROBLEM));
        Task task = Task.newBuilder().setCode(code).build();
        Prompt prompt = Prompts.prompt(task);
        Message solution = interview.ask(ModelRequest.ANSWER, prompt);
        return new Draft(task, List.of(prompt.message(), solution), interview.calls());
    }

    private static CodeTask code(JsonNode invented) throws UnusableAnswerException {
        CodeTask code = CodeTask.newBuilder()
                .setProblem(invented.path("problem").asText())
                .setLanguage("python")
                .setEntryPoint(invented.path("entryPoint").asText())
                .setTests(String.join(
                        "\n",
                        invented.path("tests")
                                .valueStream()
                                .map(JsonNode::asText)
                                .toList()))
                .setReferenceSolution(invented.path("solution").asText())
                .setGeneratedTests(true)
                .build();
        String call = code.getEntryPoint() + "(";
        if (invented.path("tests").valueStream().anyMatch(test -> !test.asText().contains(call))) {
            throw new UnusableAnswerException("UntestedTask", "a test does not call the entry point");
        }
        if (!invented.path("solution").asText().contains("def " + call)) {
            throw new UnusableAnswerException("UnsolvedTask", "the reference solution does not define the entry point");
        }
        if (givesAway(code.getProblem(), invented)) {
            throw new UnusableAnswerException("GivenAway", "the problem shows its solution or a test");
        }
        return code;
    }

    private static boolean givesAway(String problem, JsonNode invented) {
        return problem.contains(invented.path("solution").asText().strip())
                || invented.path("tests")
                        .valueStream()
                        .anyMatch(test -> problem.contains(test.asText().strip()));
    }
}
