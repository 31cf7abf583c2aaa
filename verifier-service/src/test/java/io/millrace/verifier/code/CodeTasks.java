package io.millrace.verifier.code;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks to write a function f, and answers to them. */
final class CodeTasks {

    private CodeTasks() {}

    /** A task in Python. */
    static CodeTask task(String tests, @Nullable String solution) {
        return task(Language.PYTHON, tests, solution);
    }

    static CodeTask task(Language language, String tests, @Nullable String solution) {
        return CodeTask.newBuilder()
                .setProblem("Write f.")
                .setLanguage(language.label())
                .setEntryPoint("f")
                .setTests(tests)
                .setReferenceSolution(solution)
                .build();
    }

    static String fenced(String program) {
        return fenced(Language.PYTHON, program);
    }

    static String fenced(Language language, String program) {
        return "```" + language.label() + "\n" + program + "\n```";
    }

    /** A candidate with what the check reads, and nothing else. */
    static Candidate candidate(CodeTask task, String answer) {
        Candidate candidate = new Candidate();
        candidate.put("task", Task.newBuilder().setCode(task).build());
        candidate.put(
                "messages",
                List.of(Message.newBuilder()
                        .setRole("assistant")
                        .setContent(answer)
                        .build()));
        return candidate;
    }
}
