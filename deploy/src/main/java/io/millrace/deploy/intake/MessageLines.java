package io.millrace.deploy.intake;

import io.millrace.schemas.Message;
import io.millrace.schemas.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads what a candidate said: {@code "completion"}, or, where it called tools, {@code "messages"} as a list of
 * {@code {"role":"assistant" | "tool","content":"…"?,"toolCalls":[{"id":"…","name":"…","arguments":"…"},…]?,"toolCallId":"…"?}}.
 */
final class MessageLines {

    private static final Set<String> ROLES = Set.of("assistant", "tool");

    private MessageLines() {}

    static List<Message> of(Fields fields) throws UnfitException {
        List<Message> messages = new ArrayList<>();
        for (Fields message : fields.objects("messages")) {
            messages.add(message(message));
        }
        return messages.isEmpty() ? List.of(said(fields.text("completion"))) : messages;
    }

    private static Message said(String completion) {
        return Message.newBuilder().setRole("assistant").setContent(completion).build();
    }

    private static Message message(Fields fields) throws UnfitException {
        String role = fields.name("role");
        if (!ROLES.contains(role)) {
            throw new UnfitException("a message is neither the assistant's nor a tool's");
        }
        List<ToolCall> calls = new ArrayList<>();
        for (Fields call : fields.objects("toolCalls")) {
            calls.add(new ToolCall(call.name("id"), call.name("name"), call.text("arguments")));
        }
        return Message.newBuilder()
                .setRole(role)
                .setContent(fields.optionalText("content").orElse(""))
                .setToolCalls(calls)
                .setToolCallId(fields.optionalName("toolCallId").orElse(null))
                .build();
    }
}
