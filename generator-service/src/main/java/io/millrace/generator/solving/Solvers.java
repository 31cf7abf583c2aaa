package io.millrace.generator.solving;

import io.millrace.generator.distillation.Prompts;
import io.millrace.generator.llm.Interview;
import io.millrace.generator.llm.Parameters;
import io.millrace.generator.llm.Prompt;
import io.millrace.generator.llm.UnusableAnswerException;
import io.millrace.generator.strategy.ModelCall;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Task;
import io.millrace.schemas.model.ModelException;
import java.util.ArrayList;
import java.util.List;

/**
 * Solves a problem several times, each time without knowing anything but the problem.
 *
 * @param count how often
 * @param agreeing how many of the answers must be alike; more than half, so that no two answers can both have as many
 */
public record Solvers(int count, int agreeing) {

    private static final int MOST = 25;
    private static final int USUAL = 5;

    /**
     * What independent solutions agree on.
     *
     * @param problem as it was put to the solvers
     * @param solution the first one with the answer that they agree on
     * @param call how it was come by
     */
    public record Agreement(Message problem, Message solution, FinalAnswer answer, ModelCall call) {}

    /** As the parameters "solvers", from 1 to {@value #MOST}, and "agreeing" say; 5, and all of them but a fifth, else. */
    public static Solvers of(Parameters parameters) {
        int count = parameters.number("solvers", USUAL, 1, MOST);
        int usual = count - count / USUAL;
        return new Solvers(count, parameters.number("agreeing", usual, count / 2 + 1, count));
    }

    /**
     * Asks until it is certain whether enough solvers come to the answer that the problem's maker claims.
     *
     * @throws UnusableAnswerException if they do not
     */
    public Agreement solve(Interview interview, String problem, FinalAnswer claimed)
            throws ModelException, UnusableAnswerException, InterruptedException {
        Prompt prompt = Prompts.prompt(task(problem, claimed.text()));
        List<Agreement> agreed = new ArrayList<>();
        for (int asked = 0; agreed.size() < agreeing && agreed.size() + count - asked >= agreeing; asked++) {
            Message solution = interview.ask("solve-" + (asked + 1), prompt);
            ModelCall call = interview.calls().getLast();
            FinalAnswer.in(solution.getContent())
                    .filter(claimed::alike)
                    .ifPresent(answer -> agreed.add(new Agreement(prompt.message(), solution, answer, call)));
        }
        if (agreed.size() < agreeing) {
            throw new UnusableAnswerException(
                    "NotReproduced",
                    "fewer than %d of %d solvers come to the answer of the problem's maker".formatted(agreeing, count));
        }
        return agreed.getFirst();
    }

    /** A problem with its answer, for the verifier; the answer is never shown. */
    public static Task task(String problem, String answer) {
        return Task.newBuilder().setMath(new MathTask(problem, answer, null)).build();
    }
}
