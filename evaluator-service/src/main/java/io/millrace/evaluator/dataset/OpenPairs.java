package io.millrace.evaluator.dataset;

import io.millrace.evaluator.group.Entrant;
import io.millrace.evaluator.group.Pair;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.GroupMember;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The preference pairs that are not written yet, in whatever file. */
final class OpenPairs {

    private final Map<String, Pair> byCandidate = new HashMap<>();

    OpenPairs(List<Pair> pairs) {
        for (Pair pair : pairs) {
            byCandidate.put(pair.chosen().getId(), pair);
            byCandidate.put(pair.rejected().getId(), pair);
        }
    }

    /** The pair that an answer is in; nothing for one that says something else than the candidate that was compared. */
    Optional<Pair> of(Evaluated evaluated) {
        return Entrant.of(evaluated).map(Entrant::member).flatMap(this::of);
    }

    private Optional<Pair> of(GroupMember member) {
        return Optional.ofNullable(byCandidate.get(member.getId()))
                .filter(pair -> pair.chosen().equals(member) || pair.rejected().equals(member));
    }

    void close(Pair pair) {
        byCandidate.remove(pair.chosen().getId());
        byCandidate.remove(pair.rejected().getId());
    }
}
