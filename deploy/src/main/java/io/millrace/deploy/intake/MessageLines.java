package io.millrace.deploy.intake;

import io.millrace.schemas.Message;
import io.millrace.schemas.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a candidate said: {@code "completion"} with {@code "reasoning"?}, or {@code "messages"} as a list of
 * {@code {"role":"…","content":"…"?,"reasoning":"…"?,"toolCalls":[{"id":"…","name":"…","arguments":"…"},…]?,"toolCallId":"…"?}}. The
 * messages may bring the question that they answer, which must then be the seed's.
 */
final class MessageLines {

    private static final String SYSTEM = "system";
    private static final String USER = "user";
    private static final Set<String> ROLES = Set.of(SYSTEM, USER, "assistant", "tool");

    private MessageLines() {}

    /**
     * The whole conversation.
     *
     * @param prompt what the seed asks
     */
    static List<Message> of(Fields fields, String prompt) throws UnfitException {
        List<Message> messages = new ArrayList<>();
        for (Fields message : fields.objects("messages")) {
            messages.add(message(message));
        }
        if (messages.isEmpty()) {
            return List.of(said(USER, prompt).build(), completion(fields));
        }
        Optional<String> question = messages.stream()
                .filter(message -> message.getRole().equals(USER))
                .map(Message::getContent)
                .reduce((earlier, later) -> later);
        if (question.isPresent()) {
            if (!question.get().contains(prompt)) {
                throw new UnfitException("the last question of its messages is not the seed's");
            }
            return messages;
        }
        int instructions = (int) messages.stream()
                .takeWhile(message -> message.getRole().equals(SYSTEM))
                .count();
        messages.add(instructions, said(USER, prompt).build());
        return messages;
    }

    private static Message completion(Fields fields) throws UnfitException {
        return said("assistant", fields.text("completion"))
                .setReasoning(fields.optionalText("reasoning").orElse(null))
                .build();
    }

    private static Message.Builder said(String role, String content) {
        return Message.newBuilder().setRole(role).setContent(content);
    }

    private static Message message(Fields fields) throws UnfitException {
        String role = fields.name("role");
        if (!ROLES.contains(role)) {
            throw new UnfitException("the role of a message is none of system, user, assistant and tool");
        }
        List<ToolCall> calls = new ArrayList<>();
        for (Fields call : fields.objects("toolCalls")) {
            calls.add(new ToolCall(call.name("id"), call.name("name"), call.text("arguments")));
        }
        return said(role, fields.optionalText("content").orElse(""))
                .setReasoning(fields.optionalText("reasoning").orElse(null))
                .setToolCalls(calls)
                .setToolCallId(fields.optionalName("toolCallId").orElse(null))
                .build();
    }
}
