package io.millrace.verifier.tool;

import static java.util.Objects.requireNonNull;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Message;
import io.millrace.schemas.ToolTask;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.json.BoundedJson;
import io.millrace.verifier.schema.DeclaredSchema;
import java.util.List;
import java.util.Map;

/**
 * Whether the calls of a candidate, replayed in the task's world, reach the goal: each call is valid, each recorded result is what
 * the world returns, and nothing forbidden is done on the way. Only the calls of the last message may lack their results.
 */
public final class ToolTrace implements Check {

    static final String NAME = "tool-trace";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String configHash() {
        return Hash.of(BoundedJson.VERSION, DeclaredSchema.VERSION, String.valueOf(Declarations.MAX_CALLS));
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        return candidate.getTask().getTool() != null;
    }

    @Override
    public Verdict apply(Candidate candidate) {
        ToolTask task = requireNonNull(candidate.getTask().getTool());
        try {
            Map<String, Tool> tools = Declarations.tools(Declarations.json(task.getTools()));
            Goal goal = Declarations.goal(Declarations.json(task.getGoal()));
            var before = new World(Declarations.json(task.getWorldState()));
            boolean idle = goal.maxCalls() == 0;
            if (!idle
                    && goal.met(before, before, List.of()) == goal.conditions().size()) {
                throw new InvalidTaskException("the goal holds before the first call");
            }
            return judge(candidate.getMessages(), goal, new Replay(tools, goal, before));
        } catch (InvalidTaskException invalid) {
            return new Verdict.Unsupported(Reason.INVALID_TASK, Evidence.of(invalid.why()));
        }
    }

    private static Verdict judge(List<Message> messages, Goal goal, Replay replay) {
        if (messages.isEmpty() || !messages.getLast().getRole().equals("assistant")) {
            return new Verdict.Unparseable(Evidence.of("the last message is not the assistant's"));
        }
        try {
            replay.run(messages);
        } catch (Replay.FaultException fault) {
            return fault.verdict();
        }
        long met = replay.conditionsMet();
        int all = goal.conditions().size();
        var evidence = new Evidence(
                met + " of " + all + " conditions of the goal hold after " + replay.attempts() + " calls",
                null,
                all == 0 ? null : (double) met / all,
                Map.of("calls", String.valueOf(replay.attempts())));
        return met == all ? new Verdict.Pass(evidence) : new Verdict.Fail(Reason.GOAL_NOT_REACHED, evidence);
    }
}
