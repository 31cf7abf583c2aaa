package io.millrace.verifier.reply;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.json.JsonAnswer;
import io.millrace.verifier.markdown.Fences;
import io.millrace.verifier.message.LastMessage;
import java.util.Optional;

/** Whether a reply goes round in circles. Fenced blocks and JSON may repeat themselves: data does. */
public final class Repetition implements Check {

    static final String NAME = "repetition";

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
        return Hash.of(Loops.RULE, Fences.VERSION, JsonAnswer.VERSION);
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        Task task = candidate.getTask();
        return task.getChat() != null || task.getStructured() != null || task.getTool() != null;
    }

    @Override
    public Verdict apply(Candidate candidate) {
        Optional<String> reply = LastMessage.of(candidate);
        if (reply.isEmpty()) {
            return new Verdict.Unparseable(Evidence.of(LastMessage.ABSENT));
        }
        boolean data = JsonAnswer.in(reply.get()) instanceof JsonAnswer.Found;
        Optional<String> loop =
                data ? Optional.empty() : Loops.in(Fences.of(reply.get()).prose());
        return loop.<Verdict>map(what -> new Verdict.Fail(Reason.REPETITIVE, Evidence.of(what)))
                .orElseGet(() -> new Verdict.Pass(Evidence.of("no loop")));
    }
}
