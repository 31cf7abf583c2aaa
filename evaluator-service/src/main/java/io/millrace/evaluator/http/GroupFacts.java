package io.millrace.evaluator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.evaluator.http.Lineage.ScoreFacts;
import io.millrace.schemas.CandidateGroup;
import io.millrace.schemas.GroupMember;
import io.millrace.schemas.PreferencePair;
import io.millrace.schemas.SeedGroups;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a record compares with others of its seed that were asked the same.
 *
 * @param best the best of all that are kept, be it this one
 * @param preferredTo its partner, where this one is the better of a pair
 * @param rejectedFor its partner, where this one is the worse
 * @param siblings the others
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record GroupFacts(
        @Nullable Double passRate,
        List<ScoreFacts> scores,
        @Nullable String best,
        @Nullable String preferredTo,
        @Nullable String rejectedFor,
        List<SiblingFacts> siblings,
        @Nullable String rules) {

    /** Null for a candidate that is not compared with others. */
    static @Nullable GroupFacts of(@Nullable SeedGroups seed, String id) {
        return seed == null
                ? null
                : seed.getGroups().stream()
                        .filter(group -> group.getMembers().stream()
                                .anyMatch(member -> member.getId().equals(id)))
                        .findFirst()
                        .map(group -> of(seed, group, id))
                        .orElse(null);
    }

    private static GroupFacts of(SeedGroups seed, CandidateGroup group, String id) {
        return new GroupFacts(
                group.getPassRate(),
                group.getScores().stream().map(ScoreFacts::of).toList(),
                group.getBest(),
                partner(group, id, PreferencePair::getChosen, PreferencePair::getRejected),
                partner(group, id, PreferencePair::getRejected, PreferencePair::getChosen),
                group.getMembers().stream()
                        .filter(member -> !member.getId().equals(id))
                        .map(member ->
                                SiblingFacts.of(member, seed.getWithdrawn().contains(member.getId())))
                        .toList(),
                seed.getRules());
    }

    private static @Nullable String partner(
            CandidateGroup group,
            String id,
            Function<PreferencePair, String> own,
            Function<PreferencePair, String> other) {
        return group.getPairs().stream()
                .filter(pair -> own.apply(pair).equals(id))
                .findFirst()
                .map(other)
                .orElse(null);
    }

    /** Another candidate of the group. */
    @Serdeable
    record SiblingFacts(String id, String outcome, String decision, boolean withdrawn) {

        static SiblingFacts of(GroupMember member, boolean withdrawn) {
            return new SiblingFacts(
                    member.getId(),
                    member.getOutcome().name(),
                    member.getDecision().name(),
                    withdrawn);
        }
    }
}
