package io.millrace.verifier.tool;

import java.util.List;
import java.util.Set;

/** What must hold at the end, and what must never be done. */
record Goal(List<Condition> conditions, List<Condition> forbidden, Set<String> forbiddenTools, int maxCalls) {

    Goal {
        conditions = List.copyOf(conditions);
        forbidden = List.copyOf(forbidden);
        forbiddenTools = Set.copyOf(forbiddenTools);
    }

    long met(World before, World now, List<Call> calls) {
        return conditions.stream()
                .filter(condition -> condition.met(before, now, calls))
                .count();
    }

    boolean violated(World before, World now, List<Call> calls) {
        return forbidden.stream().anyMatch(condition -> condition.met(before, now, calls));
    }
}
