package io.millrace.verifier.puzzle;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.schemas.Extraction;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Verdict;
import java.util.Optional;

/** Whether the final answer is a plan that, carried out from empty jugs, leaves the wanted amount in one of them; any will do. */
public final class JugRules extends FamilyRules<JugsGiven> {

    public JugRules() {
        super("planning", 1);
    }

    @Override
    public String name() {
        return "jug-rules";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    Optional<JugsGiven> given(JsonNode json) {
        return JugsGiven.from(json);
    }

    @Override
    Verdict judge(JugsGiven given, Extraction extraction) {
        Optional<JugPlan> plan =
                JugPlan.read(extraction.getAnswer(), given.capacities().size());
        if (plan.isEmpty()) {
            return new Verdict.Unparseable(Evidence.of("not a list of moves", extraction));
        }
        int moves = plan.get().moves().size();
        if (moves > given.maxMoves()) {
            return wrong("%d moves, of which %d are allowed".formatted(moves, given.maxMoves()), extraction);
        }
        var amounts = plan.get().carriedOut(given.capacities());
        return amounts.contains(given.target())
                ? new Verdict.Pass(Evidence.of("%d litres after %d moves".formatted(given.target(), moves), extraction))
                : wrong("the jugs hold %s at the end".formatted(amounts), extraction);
    }
}
