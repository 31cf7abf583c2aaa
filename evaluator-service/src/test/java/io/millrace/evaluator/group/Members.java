package io.millrace.evaluator.group;

import io.millrace.schemas.CandidateGroup;
import io.millrace.schemas.Decision;
import io.millrace.schemas.GroupMember;
import io.millrace.schemas.MemberOutcome;
import io.millrace.schemas.TrustedRecords;
import java.util.List;

/** Members of groups, with lengths as a test wants them. */
final class Members {

    static {
        TrustedRecords.allow();
    }

    private Members() {}

    static GroupMember kept(String id, int length) {
        return member(id, MemberOutcome.PASSED, Decision.KEEP, length, 1);
    }

    static GroupMember dropped(String id, int length) {
        return member(id, MemberOutcome.PASSED, Decision.DROP, length, 1);
    }

    static GroupMember failed(String id, int length) {
        return member(id, MemberOutcome.FAILED, Decision.DROP, length, 0);
    }

    static GroupMember outcome(String id, MemberOutcome outcome) {
        return member(id, outcome, Decision.DROP, 10, 0);
    }

    static GroupMember scored(String id, int length, double score) {
        return member(id, MemberOutcome.PASSED, Decision.KEEP, length, score);
    }

    static CandidateGroup group(GroupMember... members) {
        return CandidateGroup.newBuilder()
                .setPrompt("p")
                .setMembers(List.of(members))
                .build();
    }

    private static GroupMember member(String id, MemberOutcome outcome, Decision decision, int length, double score) {
        return new GroupMember(id, outcome, decision, length, score);
    }
}
