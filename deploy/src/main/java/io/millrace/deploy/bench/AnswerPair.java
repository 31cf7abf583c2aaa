package io.millrace.deploy.bench;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.MathTask;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Probe;

/**
 * An expected answer and a reply of which is known whether it gives that answer.
 *
 * @param gold the expected answer
 * @param prediction the reply
 * @param expected whether the reply is right
 * @param policy whether reasonable graders differ
 * @param source where the pair is from
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AnswerPair(String gold, String prediction, boolean expected, boolean policy, String source) {

    static AnswerPair of(Probe probe) {
        String answer = requireNonNull(probe.task().getMath()).getAnswer();
        return new AnswerPair(answer, probe.reply().getLast().getContent(), probe.right(), false, probe.name());
    }

    Candidate candidate() {
        MathTask task = MathTask.newBuilder().setProblem("").setAnswer(gold).build();
        return Probe.of(source, Task.newBuilder().setMath(task).build(), prediction, expected)
                .candidate();
    }
}
