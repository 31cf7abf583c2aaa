package io.millrace.verifier.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.millrace.schemas.Message;
import io.millrace.schemas.ToolCall;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.json.BoundedJson;
import io.millrace.verifier.json.JsonReading;
import io.millrace.verifier.json.JsonValues;
import io.millrace.verifier.schema.Conformity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Goes through a conversation once, does in the world what its calls ask for, and stops at the first fault. */
final class Replay {

    private final Map<String, Tool> tools;
    private final Goal goal;
    private final World before;
    private World now;
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, JsonNode> unanswered = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    /** Ends the replay with its verdict; it carries no stack. */
    static final class FaultException extends Exception {

        private final transient Verdict verdict;

        FaultException(Verdict verdict) {
            super(null, null, false, false);
            this.verdict = verdict;
        }

        Verdict verdict() {
            return verdict;
        }
    }

    Replay(Map<String, Tool> tools, Goal goal, World before) {
        this.tools = tools;
        this.goal = goal;
        this.before = before;
        this.now = before.copy();
    }

    void run(List<Message> messages) throws FaultException {
        boolean started = false;
        for (Message message : messages) {
            started |= message.getRole().equals("assistant");
            switch (message.getRole()) {
                case "assistant" -> assistant(message);
                case "tool" -> result(message);
                default -> {
                    if (started) {
                        throw fault(Reason.FABRICATED_RESULT, "somebody else speaks after the assistant began");
                    }
                }
            }
        }
    }

    long conditionsMet() {
        return goal.met(before, now, calls);
    }

    int attempts() {
        return ids.size();
    }

    private void assistant(Message message) throws FaultException {
        if (!unanswered.isEmpty()) {
            throw new FaultException(
                    new Verdict.Unparseable(Evidence.of("the conversation goes on without the result of a call")));
        }
        for (ToolCall call : message.getToolCalls()) {
            if (!ids.add(call.getId())) {
                throw fault(Reason.INVALID_CALL, "two calls of one id");
            }
            if (ids.size() > goal.maxCalls()) {
                throw fault(Reason.FORBIDDEN_ACTION, "more than " + goal.maxCalls() + " calls");
            }
            unanswered.put(call.getId(), carryOut(call));
        }
    }

    private JsonNode carryOut(ToolCall call) throws FaultException {
        Tool tool = tools.get(call.getName());
        if (goal.forbiddenTools().contains(call.getName())) {
            throw fault(Reason.FORBIDDEN_ACTION, "call " + ids.size() + " is of a forbidden tool");
        }
        if (tool == null) {
            throw fault(Reason.INVALID_CALL, "call " + ids.size() + " is of a tool that does not exist");
        }
        JsonNode arguments = arguments(tool, call);
        World next = now.copy();
        JsonNode result;
        try {
            result = tool.call(arguments, next);
        } catch (RefusedCallException refused) {
            return tool.refusal();
        }
        if (!next.withinBounds()) {
            throw new FaultException(
                    new Verdict.Unsupported(Reason.UNDECIDABLE, Evidence.of("the world outgrew its bounds")));
        }
        now = next;
        calls.add(new Call(tool.name(), arguments));
        if (goal.violated(before, now, calls)) {
            throw fault(Reason.FORBIDDEN_ACTION, "call " + ids.size() + " leads to what is forbidden");
        }
        return result;
    }

    private JsonNode arguments(Tool tool, ToolCall call) throws FaultException {
        String written = call.getArguments();
        JsonReading reading = written.isBlank()
                ? new JsonReading.Document(JsonNodeFactory.instance.objectNode())
                : BoundedJson.read(written);
        if (!(reading instanceof JsonReading.Document document)
                || !document.root().isObject()) {
            throw fault(Reason.INVALID_CALL, "the arguments of call " + ids.size() + " are no JSON object");
        }
        JsonNode arguments = document.root();
        return switch (tool.parameters().check(arguments)) {
            case Conformity.Conforms conforms -> arguments;
            case Conformity.Violates violates ->
                throw fault(Reason.INVALID_CALL, "the arguments of call " + ids.size() + ", " + violates.why());
            case Conformity.TooCostly costly ->
                throw new FaultException(new Verdict.Unsupported(Reason.UNDECIDABLE, Evidence.of(costly.why())));
        };
    }

    private void result(Message message) throws FaultException {
        String id = message.getToolCallId();
        JsonNode returned = id == null ? null : unanswered.remove(id);
        if (returned == null) {
            throw fault(Reason.FABRICATED_RESULT, "a result of no call");
        }
        if (!says(message.getContent(), returned)) {
            throw fault(Reason.FABRICATED_RESULT, "a recorded result is not what the call returned");
        }
    }

    private static boolean says(String content, JsonNode returned) {
        if (returned.isTextual() && content.equals(returned.textValue())) {
            return true;
        }
        return BoundedJson.read(content) instanceof JsonReading.Document document
                && JsonValues.same(document.root(), returned);
    }

    private static FaultException fault(Reason reason, String why) {
        return new FaultException(new Verdict.Fail(reason, Evidence.of(why)));
    }
}
