package io.millrace.verifier.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Message;
import io.millrace.verifier.check.Candidates;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Suites;
import io.millrace.verifier.check.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolTraceTest {

    private static final String COUNTER = """
            [{"name":"add","parameters":{"type":"object","properties":{"by":{"type":"number"}}},
              "effects":[{"op":"increment","path":"/n","value":{"$argument":"by"}}],"returns":{"$read":"/n"}}]""";
    private static final String AT_ONE = "{\"conditions\":[{\"op\":\"equals\",\"path\":\"/n\",\"value\":1}]}";

    private final ToolTrace check = new ToolTrace();

    @Test
    void tellsRightTracesFromAttacks() {
        assertThat(Suites.mistaken(new ToolProbes(), check)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "unknown-tool,INVALID_CALL",
        "argument-missing,INVALID_CALL",
        "path-in-an-argument,GOAL_NOT_REACHED",
        "claims-it-is-done,GOAL_NOT_REACHED",
        "fabricated,FABRICATED_RESULT",
        "success-of-a-refused-call,FABRICATED_RESULT",
        "speaks-for-the-user,FABRICATED_RESULT",
        "forbidden-tool,FORBIDDEN_ACTION",
        "forbidden-on-the-way,FORBIDDEN_ACTION",
        "twice,FORBIDDEN_ACTION",
        "too-many-calls,FORBIDDEN_ACTION",
        "goes-on-without-the-result,UNPARSEABLE",
    })
    void saysWhatIsWrong(String name, Reason reason) {
        Probe probe = new ToolProbes()
                .probes().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();

        assertThat(check.apply(probe.candidate()).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | {} | {}",
                "{} | {} | {}",
                "[{\"name\":\"a\"}] | {} | {}",
                "[{\"name\":\"a\",\"parameters\":{\"type\":\"object\"},\"code\":\"x\"}] | {} | {}",
                "[{\"name\":\"a\",\"parameters\":{\"type\":\"object\"},\"effects\":[{\"op\":\"run\",\"path\":\"\",\"value\":1}]}] | {} | {}",
                "[{\"name\":\"a\",\"parameters\":{\"type\":\"object\"}}] | {} | {\"conditions\":[{\"op\":\"near\",\"path\":\"\",\"value\":1}]}",
                "[{\"name\":\"a\",\"parameters\":{\"type\":\"object\"}}] | {} | {\"condition\":[]}",
                "[{\"name\":\"a\",\"parameters\":{\"type\":\"object\"}}] | {} | {}",
                "[{\"name\":\"a\",\"parameters\":{\"type\":\"object\"}}] | {\"n\":1} | {\"conditions\":[{\"op\":\"exists\",\"path\":\"/n\"}]}",
                "[{\"name\":\"a\",\"parameters\":{\"type\":\"object\"}}] | {n:1} | {\"maxCalls\":0}",
            })
    void doesNotBlameTheCandidateForATaskThatItCannotRead(String tools, String world, String goal) {
        Verdict verdict = judge(tools, world, goal, ToolProbes.said("Done."));

        assertThat(verdict).isInstanceOf(Verdict.Unsupported.class);
        assertThat(verdict.reason()).isEqualTo(Reason.INVALID_TASK);
    }

    @Test
    void passesWhoeverDoesNothingWhereNothingMayBeDone() {
        String goal = "{\"maxCalls\":0}";

        assertThat(judge(COUNTER, "{\"n\":0}", goal, ToolProbes.said("No."))).isInstanceOf(Verdict.Pass.class);
        assertThat(judge(COUNTER, "{\"n\":0}", goal, ToolProbes.call("1", "add", "{\"by\":1}")))
                .isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void addsExactly() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            messages.add(ToolProbes.call("c" + i, "add", "{\"by\":0.1}"));
            messages.add(ToolProbes.result("c" + i, "0." + (i + 1)));
        }
        messages.set(19, ToolProbes.result("c9", "1"));
        messages.add(ToolProbes.said("One."));

        assertThat(judge(COUNTER, "{\"n\":0}", AT_ONE, messages.toArray(Message[]::new)))
                .isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void leavesUndecidedAWorldThatOutgrowsItsBounds() {
        String doubling = """
                [{"name":"double","parameters":{"type":"object"},"effects":[{"op":"set","path":"/a",
                  "value":{"l":{"$read":"/a"},"r":{"$read":"/a"}}}]}]""";
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            messages.add(ToolProbes.call("c" + i, "double", "{}"));
            messages.add(ToolProbes.result("c" + i, "null"));
        }

        messages.add(ToolProbes.said("Done."));
        Verdict verdict = judge(doubling, "{\"a\":1,\"n\":0}", AT_ONE, messages.toArray(Message[]::new));

        assertThat(verdict.reason()).isEqualTo(Reason.UNDECIDABLE);
    }

    @Test
    void refusesACallThatCopiesWithoutMeasure() {
        String effects =
                "{\"op\":\"set\",\"path\":\"/a\",\"value\":[{\"$read\":\"/a\"},{\"$read\":\"/a\"}]},".repeat(60);
        String tools = "[{\"name\":\"burst\",\"parameters\":{\"type\":\"object\"},\"effects\":["
                + effects
                + "{\"op\":\"set\",\"path\":\"/n\",\"value\":1}]}]";

        assertThat(judge(tools, "{\"a\":1,\"n\":0}", AT_ONE, ToolProbes.call("1", "burst", "{}"))
                        .reason())
                .isEqualTo(Reason.GOAL_NOT_REACHED);
    }

    @Test
    void appliesToToolTasksAlone() {
        assertThat(check.appliesTo(Candidates.math("1", "1"))).isFalse();
    }

    private Verdict judge(String tools, String world, String goal, Message... reply) {
        return check.apply(new Probe("probe", ToolProbes.task(tools, world, goal), List.of(reply), true).candidate());
    }
}
