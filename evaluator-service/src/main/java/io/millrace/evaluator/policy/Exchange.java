package io.millrace.evaluator.policy;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Message;
import io.millrace.schemas.Task;
import io.millrace.schemas.TaskText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was asked and what was answered. The question is the task's own, without the instructions, documents and examples that a
 * prompt puts around it: these are the same in many records that have nothing else in common.
 */
public record Exchange(String question, String answer) {

    private static final String SYSTEM = "system";

    public static Exchange of(Candidate candidate) {
        List<Message> messages = candidate.getMessages();
        if (messages.isEmpty()) {
            return new Exchange(question(candidate.getTask(), messages), "");
        }
        List<Message> before = messages.subList(0, messages.size() - 1);
        return new Exchange(question(candidate.getTask(), before), words(messages.getLast()));
    }

    /** Everything that can be learnt from a candidate, part by part, with all that a prompt puts around the question. */
    public static Stream<String> parts(Candidate candidate) {
        Stream<String> said = candidate.getMessages().stream()
                .flatMap(message -> Stream.of(words(message), Objects.requireNonNullElse(message.getReasoning(), "")));
        return Stream.concat(Stream.of(of(candidate).question()), said)
                .filter(part -> !part.isBlank())
                .distinct();
    }

    private static String question(Task task, List<Message> before) {
        if (task.getChat() != null) {
            return conversation(task.getChat().getMessages());
        }
        String text = TaskText.of(task);
        return text.isEmpty() ? conversation(before) : text;
    }

    private static String conversation(List<Message> messages) {
        return messages.stream()
                .filter(message -> !message.getRole().equals(SYSTEM))
                .map(Exchange::words)
                .collect(Collectors.joining("\n"));
    }

    private static String words(Message message) {
        Stream<String> calls = message.getToolCalls().stream().map(call -> call.getName() + " " + call.getArguments());
        return Stream.concat(Stream.of(message.getContent()), calls).collect(Collectors.joining("\n"));
    }
}
