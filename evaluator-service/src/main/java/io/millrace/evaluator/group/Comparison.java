package io.millrace.evaluator.group;

import io.millrace.schemas.CandidateGroup;
import io.millrace.schemas.Decision;
import io.millrace.schemas.GroupMember;
import io.millrace.schemas.MemberOutcome;
import io.millrace.schemas.Score;
import io.millrace.schemas.SeedGroups;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The rules by which candidates that were asked the same are compared.
 *
 * @param minPassRate pairs are made from this pass rate on: a lone success may be luck, or a fault of the checks
 * @param maxPassRate and up to this one
 */
public record Comparison(double minPassRate, double maxPassRate) {

    public static final Comparison USUAL = new Comparison(0.2, 0.8);

    /** Changes whenever the same candidates could compare differently. */
    private static final String VERSION = "1";

    private static final Comparator<GroupMember> BEST_FIRST = Comparator.comparingDouble(GroupMember::getScore)
            .reversed()
            .thenComparingInt(GroupMember::getLength)
            .thenComparing(GroupMember::getId);

    public Comparison {
        if (!(0 <= minPassRate && minPassRate <= maxPassRate && maxPassRate <= 1)) {
            throw new IllegalArgumentException(
                    "pass rates are between 0 and 1, the least first, not %s..%s".formatted(minPassRate, maxPassRate));
        }
    }

    /** Version and settings. */
    public String name() {
        return "%s, pass rate %s..%s".formatted(VERSION, minPassRate, maxPassRate);
    }

    /** A seed's groups with all that there is to say of them; who is alone in a group is left out. */
    public SeedGroups of(SeedGroups seed) {
        return SeedGroups.newBuilder(seed)
                .setRules(name())
                .setGroups(seed.getGroups().stream()
                        .filter(group -> group.getMembers().size() > 1)
                        .map(group -> of(group, seed.getWithdrawn()))
                        .toList())
                .build();
    }

    private CandidateGroup of(CandidateGroup group, Collection<String> withdrawn) {
        List<GroupMember> members = standing(group, withdrawn);
        OptionalDouble passRate = passRate(members);
        return CandidateGroup.newBuilder(group)
                .setPassRate(passRate.isPresent() ? passRate.getAsDouble() : null)
                .setScores(passRate.stream().mapToObj(Comparison::difficulty).toList())
                .setBest(best(members).map(GroupMember::getId).orElse(null))
                .setPairs(pairs(members).stream().map(Pair::named).toList())
                .build();
    }

    /** Who is preferred to whom in a group. */
    public List<Pair> pairs(CandidateGroup group, Collection<String> withdrawn) {
        return pairs(standing(group, withdrawn));
    }

    /** The best that is kept of a group: what its checks gave most, and of equals the shorter one. */
    public static Optional<GroupMember> best(CandidateGroup group, Collection<String> withdrawn) {
        return best(standing(group, withdrawn));
    }

    private List<Pair> pairs(List<GroupMember> members) {
        OptionalDouble passRate = passRate(members);
        if (passRate.isEmpty() || passRate.getAsDouble() < minPassRate || passRate.getAsDouble() > maxPassRate) {
            return List.of();
        }
        return Pair.nearest(members.stream().filter(Comparison::canBePaired).toList());
    }

    private static boolean canBePaired(GroupMember member) {
        return switch (member.getOutcome()) {
            case PASSED -> member.getDecision() == Decision.KEEP;
            case FAILED -> true;
            case UNREADABLE, NOT_JUDGED -> false;
        };
    }

    private static Optional<GroupMember> best(List<GroupMember> members) {
        return members.stream()
                .filter(member -> member.getDecision() == Decision.KEEP)
                .min(BEST_FIRST);
    }

    private static OptionalDouble passRate(List<GroupMember> members) {
        return members.stream()
                .map(GroupMember::getOutcome)
                .filter(outcome -> outcome != MemberOutcome.NOT_JUDGED)
                .mapToInt(outcome -> outcome == MemberOutcome.PASSED ? 1 : 0)
                .average();
    }

    private static Score difficulty(double passRate) {
        return Score.newBuilder()
                .setDimension("difficulty")
                .setScorer("group-pass-rate")
                .setVersion(VERSION)
                .setValue(1 - passRate)
                .build();
    }

    private static List<GroupMember> standing(CandidateGroup group, Collection<String> withdrawn) {
        return group.getMembers().stream()
                .filter(member -> !withdrawn.contains(member.getId()))
                .toList();
    }
}
