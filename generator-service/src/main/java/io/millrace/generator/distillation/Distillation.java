package io.millrace.generator.distillation;

import io.millrace.generator.llm.Ingredients;
import io.millrace.generator.llm.Interview;
import io.millrace.generator.llm.Prompt;
import io.millrace.generator.llm.Technique;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Message;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Asks the teacher the seed's task, and to reason before it answers. Calls of tools are planned at once, in the world as it is told. */
public final class Distillation implements Technique {

    /** Raised with whatever shapes drafts and is in no template. */
    private static final String REVISION = "2";

    private final Function<Seed, Task> tasks;

    /**
     * @param tasks finds the task of a seed, or throws an {@link UnusableSeedException}
     */
    public Distillation(Function<Seed, Task> tasks) {
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return "distillation";
    }

    @Override
    public Ingredients ingredients() {
        return new Ingredients(REVISION, Prompts.templates(), List.of());
    }

    @Override
    public Draft draft(Seed seed, Interview interview) throws ModelException, InterruptedException {
        Task task = tasks.apply(seed);
        Prompt prompt = Prompts.prompt(task);
        List<Message> conversation = new ArrayList<>(Prompts.conversation(task, prompt));
        Message answer = interview.ask(ModelRequest.ANSWER, conversation, prompt.receipt());
        conversation.add(task.getTool() == null ? answer : ToolPlan.carriedOut(answer));
        return new Draft(task, conversation, interview.calls());
    }
}
