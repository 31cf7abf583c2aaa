package io.millrace.generator.repair;

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
import java.util.Optional;

/** Has a fault of a drawn kind put into a reference solution, and then repaired by somebody who sees the faulty program alone. */
public final class BugRepair implements Technique {

    /** Raised with whatever shapes drafts and is in no template. */
    private static final String REVISION = "1";

    private static final PromptTemplate BUG = PromptTemplate.load(BugRepair.class, "bug", "1");
    private static final PromptTemplate PROBLEM = PromptTemplate.load(BugRepair.class, "problem", "1");
    private static final PromptTemplate REPAIR = PromptTemplate.load(BugRepair.class, "repair", "1");
    private static final AnswerSchema PROGRAM = AnswerSchema.load(BugRepair.class, "program");

    /**
     * A program that is known to be right.
     *
     * @param task whose reference solution it is
     */
    private record Reference(CodeTask task, String program, ProgramLanguage language) {}

    @Override
    public String name() {
        return "bug-repair";
    }

    @Override
    public Ingredients ingredients() {
        return new Ingredients(REVISION, List.of(BUG, PROBLEM, REPAIR), List.of(PROGRAM));
    }

    @Override
    public Draft draft(Seed seed, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        Parameters.of(seed);
        Reference reference = reference(seed);
        BugKind kind = interview.chance().of(BugKind.in(reference.language()));
        CodeTask broken = broken(reference, bug(reference, kind, interview));
        Prompt prompt = Prompt.of(REPAIR, Map.of("problem", broken.getProblem(), "language", broken.getLanguage()));
        Message answer = interview.ask(ModelRequest.ANSWER, prompt);
        Task task = Task.newBuilder().setCode(broken).build();
        return new Draft(task, List.of(prompt.message(), answer), interview.calls());
    }

    private static Reference reference(Seed seed) {
        Optional<CodeTask> code = Optional.ofNullable(seed.getTask()).map(Task::getCode);
        Optional<String> program = code.map(CodeTask::getReferenceSolution).filter(text -> !text.isBlank());
        Optional<ProgramLanguage> language = code.map(CodeTask::getLanguage).flatMap(ProgramLanguage::of);
        if (program.isEmpty() || language.isEmpty() || code.get().getBuggySource() != null) {
            throw new UnusableSeedException(
                    "the seed needs a code task in python, javascript or java with a reference solution and nothing to repair yet");
        }
        return new Reference(code.get(), program.get(), language.get());
    }

    private static String bug(Reference reference, BugKind kind, Interview interview)
            throws ModelException, UnusableAnswerException, InterruptedException {
        CodeTask task = reference.task();
        Prompt prompt = Prompt.of(
                BUG,
                Map.of(
                        "language", task.getLanguage(),
                        "problem", task.getProblem(),
                        "program", reference.program(),
                        "bug", kind.description()));
        String program = interview.ask("bug", prompt, PROGRAM).path("program").textValue();
        if (program == null) {
            throw new UnusableAnswerException("NoPlaceForIt", "the program has no place for a fault of this kind");
        }
        if (!reference.language().differ(program, reference.program())) {
            throw new UnusableAnswerException("NoBug", "the program is the reference solution");
        }
        if (reference.language().remarks(program, reference.program())) {
            throw new UnusableAnswerException("GivenAway", "a comment was added where the fault is");
        }
        String entryPoint = task.getEntryPoint();
        if (!entryPoint.isEmpty() && !reference.language().defines(program, entryPoint)) {
            throw new UnusableAnswerException("EntryPointMissing", "the program no longer defines the entry point");
        }
        return program;
    }

    private static CodeTask broken(Reference reference, String program) {
        CodeTask task = reference.task();
        String problem = PROBLEM.render(
                Map.of("problem", task.getProblem(), "language", task.getLanguage(), "program", program.strip()));
        return CodeTask.newBuilder(task)
                .setProblem(problem)
                .setBuggySource(program)
                .build();
    }
}
