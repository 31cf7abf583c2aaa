package io.millrace.verifier.judge;

import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.Model;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A judge who really reads its prompt, with a manner of its own. It knows whether a reply mentions a word, and nothing else. */
final class ScriptedJudge implements Model {

    private static final Pattern SEAL = Pattern.compile("\"seal\" is the text (\\w+)");
    private static final Pattern STATEMENT = Pattern.compile("(?m)^(\\d+)\\. The reply (.*) (\\S+)\\.$");

    private final List<String> prompts = new ArrayList<>();
    private final Manner manner;

    ScriptedJudge(Manner manner) {
        this.manner = manner;
    }

    /** What a judge makes of the prompt. */
    interface Manner {

        boolean answer(int number, boolean holds, String reply);
    }

    @Override
    public Completion complete(ModelRequest request) throws ModelException {
        String prompt = request.messages().getFirst().getContent();
        prompts.add(prompt);
        Matcher seal = SEAL.matcher(prompt);
        if (!seal.find()) {
            throw new IllegalArgumentException("the prompt names no seal");
        }
        String last = seal.group(1) + "\n";
        int end = prompt.lastIndexOf(last);
        String reply = prompt.substring(prompt.lastIndexOf(last, end - 1) + last.length(), end);
        StringBuilder answers = new StringBuilder();
        for (MatchResult statement : STATEMENT.matcher(prompt).results().toList()) {
            int number = Integer.parseInt(statement.group(1));
            boolean mentioned = reply.contains(statement.group(3));
            boolean holds = mentioned != statement.group(2).startsWith("does not");
            answers.append(", \"%d\": %s".formatted(number, manner.answer(number, holds, reply)));
        }
        return completion("{\"seal\": \"%s\", \"answers\": {%s}}".formatted(seal.group(1), answers.substring(2)));
    }

    static Completion completion(String text) {
        Message answer =
                Message.newBuilder().setRole("assistant").setContent(text).build();
        return new Completion(answer, new ModelRef("judge-1", "judge-1", "http://127.0.0.1"), "stop", null, 5, 1);
    }

    List<String> prompts() {
        return prompts;
    }
}
