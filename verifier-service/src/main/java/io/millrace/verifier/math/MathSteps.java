package io.millrace.verifier.math;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Message;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.math.step.Steps;
import java.util.List;
import java.util.Map;

/** Whether every equality between constants holds that a solution claims. That all hold does not make its answer right. */
public final class MathSteps implements Check {

    @Override
    public String name() {
        return "math-steps";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public String configHash() {
        return Hash.of(List.of());
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        return candidate.getTask().getMath() != null;
    }

    @Override
    public Verdict apply(Candidate candidate) {
        List<Message> messages = candidate.getMessages();
        if (messages.isEmpty()) {
            return new Verdict.Unparseable(Evidence.of("there is no message"));
        }
        Steps steps = Steps.of(messages.getLast().getContent());
        String first = steps.firstWrong();
        return first == null
                ? new Verdict.Pass(evidence("every step that can be recomputed is right", steps))
                : new Verdict.Fail(Reason.WRONG_STEP, evidence("not so: " + first, steps));
    }

    private static Evidence evidence(String text, Steps steps) {
        Map<String, String> measurements = Map.of(
                "stepsChecked", Integer.toString(steps.checked()),
                "stepsWrong", Integer.toString(steps.wrong()));
        return new Evidence(text, null, null, measurements);
    }
}
