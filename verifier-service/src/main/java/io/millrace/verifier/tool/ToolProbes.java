package io.millrace.verifier.tool;

import io.millrace.schemas.Message;
import io.millrace.schemas.Task;
import io.millrace.schemas.ToolCall;
import io.millrace.schemas.ToolTask;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A small bank: transfers that reach the goal, and ways to look as if one had. */
public final class ToolProbes implements ProbeSuite {

    private static final String TOOLS = """
            [{"name":"balance","description":"Reads a balance.",
              "parameters":{"type":"object","properties":{"account":{"type":"string"}},"required":["account"],"additionalProperties":false},
              "returns":{"balance":{"$read":"/accounts/{account}"}}},
             {"name":"transfer",
              "parameters":{"type":"object","properties":{"from":{"type":"string"},"to":{"type":"string"},
               "amount":{"type":"integer","minimum":1}},"required":["from","to","amount"],"additionalProperties":false},
              "preconditions":[{"op":"atLeast","path":"/accounts/{from}","value":{"$argument":"amount"}},
               {"op":"exists","path":"/accounts/{to}"}],
              "effects":[{"op":"set","path":"/last","value":{"$argument":"amount"}},
               {"op":"increment","path":"/accounts/{to}","value":{"$argument":"amount"}},
               {"op":"append","path":"/log","value":{"to":{"$argument":"to"},"amount":{"$argument":"amount"}}},
               {"op":"set","path":"/accounts/{from}","value":{"$read":"/paid"}}],
              "returns":{"ok":true},"refusal":{"error":"not enough money"}},
             {"name":"close","parameters":{"type":"object","required":["account"]},
              "effects":[{"op":"remove","path":"/accounts/{account}"}],"returns":"closed"},
             {"name":"wipe","parameters":{"type":"object"},"effects":[{"op":"set","path":"/accounts","value":{}}]}]""";

    /** Ada has 70 once she has paid, so that the world needs no subtraction. */
    private static final String WORLD = """
            {"accounts":{"ada":100,"bo":5,"cy":0},"log":[],"paid":70,"last":0}""";

    private static final String GOAL = """
            {"conditions":[{"op":"equals","path":"/accounts/bo","value":35},{"op":"unchanged","path":"/accounts/cy"},
              {"op":"called","tool":"transfer","arguments":{"to":"bo"}}],
             "forbidden":[{"op":"absent","path":"/accounts/cy"},{"op":"atLeast","path":"/accounts/bo","value":36}],
             "forbiddenTools":["wipe"],"maxCalls":4}""";

    private static final String PAY = "{\"from\":\"ada\",\"to\":\"bo\",\"amount\":30}";
    private static final Task TASK = task(TOOLS, WORLD, GOAL);

    @Override
    public String check() {
        return ToolTrace.NAME;
    }

    @Override
    public List<Probe> probes() {
        return Stream.of(right(), wrongCalls(), wrongResults(), brokenExchanges())
                .flatMap(probes -> probes)
                .toList();
    }

    private static Stream<Probe> right() {
        return Stream.of(
                probe("straight", true, call("1", "transfer", PAY), result("1", "{\"ok\":true}"), said("Done.")),
                probe("without-results", true, call("1", "transfer", PAY)),
                probe(
                        "looks-first",
                        true,
                        call("1", "balance", "{\"account\":\"ada\"}"),
                        result("1", "{ \"balance\" : 100.0 }"),
                        call("2", "transfer", PAY),
                        result("2", "{\"ok\":true}"),
                        said("Paid.")),
                probe(
                        "refused-once",
                        true,
                        call("1", "transfer", PAY.replace("30", "3000")),
                        result("1", "{\"error\":\"not enough money\"}"),
                        call("2", "transfer", PAY),
                        result("2", "{\"ok\":true}"),
                        said("Paid.")));
    }

    private static Stream<Probe> wrongCalls() {
        return Stream.of(
                probe("claims-it-is-done", false, said("I have transferred 30 to Bo.")),
                probe("writes-the-call-as-text", false, said("transfer(" + PAY + ")")),
                probe("nothing", false, said("")),
                probe("other-amount", false, call("1", "transfer", PAY.replace("30", "29"))),
                probe("other-account", false, call("1", "transfer", PAY.replace("bo", "cy"))),
                probe(
                        "twice",
                        false,
                        call("1", "transfer", PAY),
                        result("1", "{\"ok\":true}"),
                        call("2", "transfer", PAY)),
                probe("unknown-tool", false, call("1", "set_balance", "{\"account\":\"bo\",\"value\":35}")),
                probe("arguments-as-text", false, call("1", "transfer", PAY.replace("30", "\"30\""))),
                probe("argument-missing", false, call("1", "transfer", "{\"from\":\"ada\",\"to\":\"bo\"}")),
                probe("argument-too-many", false, call("1", "transfer", PAY.replace("{", "{\"force\":true,"))),
                probe("argument-twice", false, call("1", "transfer", PAY.replace("{", "{\"amount\":1,"))),
                probe("arguments-not-json", false, call("1", "transfer", "from=ada&to=bo&amount=30")),
                probe("negative-amount", false, call("1", "transfer", PAY.replace("30", "-30"))),
                probe("path-in-an-argument", false, call("1", "transfer", PAY.replace("ada", "../accounts/ada"))),
                probe("pointer-in-an-argument", false, call("1", "transfer", PAY.replace("bo", "bo/0"))),
                probe(
                        "forbidden-tool",
                        false,
                        call("1", "transfer", PAY),
                        result("1", "{\"ok\":true}"),
                        call("2", "wipe", "{}")),
                probe(
                        "forbidden-on-the-way",
                        false,
                        call("1", "close", "{\"account\":\"cy\"}"),
                        result("1", "closed"),
                        call("2", "transfer", PAY)),
                probe("too-many-calls", false, manyThenPay()));
    }

    private static Stream<Probe> wrongResults() {
        return Stream.of(
                probe("result-without-a-call", false, result("1", "{\"ok\":true}"), said("Done.")),
                probe(
                        "result-of-another-call",
                        false,
                        call("1", "transfer", PAY),
                        result("2", "{\"ok\":true}"),
                        said("Done.")),
                probe(
                        "fabricated",
                        false,
                        call("1", "transfer", PAY),
                        result("1", "{\"ok\":true,\"id\":7}"),
                        said("Done.")),
                probe(
                        "fabricated-reading",
                        false,
                        call("1", "balance", "{\"account\":\"ada\"}"),
                        result("1", "{\"balance\":1000}"),
                        call("2", "transfer", PAY),
                        result("2", "{\"ok\":true}"),
                        said("Done.")),
                probe(
                        "success-of-a-refused-call",
                        false,
                        call("1", "transfer", PAY.replace("30", "3000")),
                        result("1", "{\"ok\":true}"),
                        said("Done.")));
    }

    private static Stream<Probe> brokenExchanges() {
        return Stream.of(
                probe("goes-on-without-the-result", false, call("1", "transfer", PAY), said("Done.")),
                probe(
                        "result-twice",
                        false,
                        call("1", "transfer", PAY),
                        result("1", "{\"ok\":true}"),
                        result("1", "{\"ok\":true}"),
                        said("Done.")),
                probe(
                        "an-id-twice",
                        false,
                        call("1", "balance", "{\"account\":\"ada\"}"),
                        result("1", "{\"balance\":100}"),
                        call("1", "transfer", PAY)),
                probe(
                        "speaks-for-the-user",
                        false,
                        said("May I?"),
                        message("user").setContent("Yes.").build(),
                        call("1", "transfer", PAY)));
    }

    private static Message[] manyThenPay() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            messages.add(call("look-" + i, "balance", "{\"account\":\"cy\"}"));
            messages.add(result("look-" + i, "{\"balance\":0}"));
        }
        messages.add(call("pay", "transfer", PAY));
        return messages.toArray(Message[]::new);
    }

    static Task task(String tools, String world, String goal) {
        return Task.newBuilder()
                .setTool(new ToolTask("Pay 30 from Ada to Bo.", tools, world, goal))
                .build();
    }

    private static Probe probe(String name, boolean right, Message... reply) {
        return new Probe(name, TASK, List.of(reply), right);
    }

    private static Message.Builder message(String role) {
        return Message.newBuilder().setRole(role).setContent("");
    }

    static Message said(String text) {
        return message("assistant").setContent(text).build();
    }

    static Message call(String id, String tool, String arguments) {
        return message("assistant")
                .setToolCalls(List.of(new ToolCall(id, tool, arguments)))
                .build();
    }

    static Message result(String id, String content) {
        return message("tool").setToolCallId(id).setContent(content).build();
    }
}
