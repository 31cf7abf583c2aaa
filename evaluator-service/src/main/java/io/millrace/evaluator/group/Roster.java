package io.millrace.evaluator.group;

import io.millrace.schemas.CandidateGroup;
import io.millrace.schemas.GroupMember;
import io.millrace.schemas.SeedGroups;
import java.util.ArrayList;
import java.util.List;

/** Who belongs to which group of a seed. A candidate that comes again takes its own place. */
public final class Roster {

    /** So many candidates of a seed are compared, those that come first. */
    static final int MAX_MEMBERS = 256;

    private Roster() {}

    public static SeedGroups empty(String dataset) {
        return SeedGroups.newBuilder().setDataset(dataset).build();
    }

    /** The same with one more candidate. What was known of a seed ends where it comes into another dataset. */
    public static SeedGroups with(SeedGroups seed, Entrant entrant) {
        SeedGroups before = seed.getDataset().equals(entrant.dataset()) ? seed : empty(entrant.dataset());
        List<CandidateGroup> groups = new ArrayList<>();
        CandidateGroup own = group(entrant.prompt(), List.of());
        int others = 0;
        for (CandidateGroup group : before.getGroups()) {
            List<GroupMember> members = without(entrant.member().getId(), group.getMembers());
            others += members.size();
            if (group.getPrompt().equals(entrant.prompt())) {
                own = group(group.getPrompt(), members);
            } else if (!members.isEmpty()) {
                groups.add(group(group.getPrompt(), members));
            }
        }
        if (others == MAX_MEMBERS) {
            return before;
        }
        List<GroupMember> members = new ArrayList<>(own.getMembers());
        members.add(entrant.member());
        groups.add(group(own.getPrompt(), members));
        return SeedGroups.newBuilder(before).setGroups(groups).build();
    }

    /** The same without what a candidate counted for, also where it has not come yet. */
    public static SeedGroups withdraw(SeedGroups seed, String dataset, String candidateId) {
        SeedGroups before = seed.getDataset().isEmpty() ? empty(dataset) : seed;
        if (!before.getDataset().equals(dataset) || before.getWithdrawn().contains(candidateId)) {
            return before;
        }
        List<String> withdrawn = new ArrayList<>(before.getWithdrawn());
        withdrawn.add(candidateId);
        return SeedGroups.newBuilder(before).setWithdrawn(withdrawn).build();
    }

    private static List<GroupMember> without(String id, List<GroupMember> members) {
        return members.stream().filter(member -> !member.getId().equals(id)).toList();
    }

    private static CandidateGroup group(String prompt, List<GroupMember> members) {
        return CandidateGroup.newBuilder().setPrompt(prompt).setMembers(members).build();
    }
}
