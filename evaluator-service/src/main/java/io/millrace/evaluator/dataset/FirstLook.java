package io.millrace.evaluator.dataset;

import io.millrace.evaluator.group.Comparison;
import io.millrace.evaluator.group.Entrant;
import io.millrace.evaluator.group.Pair;
import io.millrace.evaluator.group.Roster;
import io.millrace.schemas.CandidateGroup;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.GroupMember;
import io.millrace.schemas.SeedGroups;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be known of all records before the first is written: who is compared with whom. It holds no texts. */
final class FirstLook {

    private final Map<String, SeedGroups> bySeed = new LinkedHashMap<>();

    void add(Evaluated evaluated) {
        String seedId = evaluated.getVerified().getCandidate().getSeed().getId();
        Entrant.of(evaluated).ifPresent(entrant -> {
            SeedGroups known = bySeed.getOrDefault(seedId, Roster.empty(entrant.dataset()));
            bySeed.put(seedId, Roster.with(known, entrant));
        });
    }

    List<Pair> pairs(Comparison comparison) {
        return groups().flatMap(group -> comparison.pairs(group, Set.of()).stream())
                .toList();
    }

    /** Candidates that are kept although there is a better one. */
    Set<String> beaten() {
        return groups().flatMap(FirstLook::beaten).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> beaten(CandidateGroup group) {
        String best = Comparison.best(group, Set.of()).map(GroupMember::getId).orElse("");
        return group.getMembers().stream()
                .filter(member -> member.getDecision() == Decision.KEEP)
                .map(GroupMember::getId)
                .filter(id -> !id.equals(best));
    }

    private Stream<CandidateGroup> groups() {
        return bySeed.values().stream().flatMap(seed -> seed.getGroups().stream());
    }
}
