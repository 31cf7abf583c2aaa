package io.millrace.evaluator.group;

import io.millrace.schemas.GroupMember;
import io.millrace.schemas.MemberOutcome;
import io.millrace.schemas.PreferencePair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Two answers to the same question, of which one is preferred to the other. */
public record Pair(GroupMember chosen, GroupMember rejected) {

    private static final Comparator<GroupMember> BY_LENGTH =
            Comparator.comparingInt(GroupMember::getLength).thenComparing(GroupMember::getId);

    /** By how much the chosen answer is the longer one. */
    public int difference() {
        return chosen.getLength() - rejected.getLength();
    }

    PreferencePair named() {
        return new PreferencePair(chosen.getId(), rejected.getId());
    }

    /**
     * Pairs those that are nearest in length, then those that are nearest of the rest, and so on.
     *
     * @param members all of which passed or failed
     */
    static List<Pair> nearest(List<GroupMember> members) {
        List<GroupMember> left = new ArrayList<>(members);
        left.sort(BY_LENGTH);
        List<Pair> pairs = new ArrayList<>();
        for (int at = closest(left); at >= 0; at = closest(left)) {
            GroupMember shorter = left.remove(at);
            GroupMember longer = left.remove(at);
            pairs.add(passed(shorter) ? new Pair(shorter, longer) : new Pair(longer, shorter));
        }
        return pairs;
    }

    /** Where two of different kinds stand side by side that differ least in length; nothing is nearer that is farther away. */
    private static int closest(List<GroupMember> byLength) {
        int closest = -1;
        int least = Integer.MAX_VALUE;
        for (int at = 0; at + 1 < byLength.size(); at++) {
            GroupMember one = byLength.get(at);
            GroupMember next = byLength.get(at + 1);
            int gap = next.getLength() - one.getLength();
            if (passed(one) != passed(next) && gap < least) {
                closest = at;
                least = gap;
            }
        }
        return closest;
    }

    private static boolean passed(GroupMember member) {
        return member.getOutcome() == MemberOutcome.PASSED;
    }
}
