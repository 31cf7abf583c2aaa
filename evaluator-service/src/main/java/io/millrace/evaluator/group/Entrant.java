package io.millrace.evaluator.group;

import io.millrace.evaluator.policy.Ruling;
import io.millrace.evaluator.score.AnswerLength;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.CheckResult;
import io.millrace.schemas.ContentHash;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.GroupMember;
import io.millrace.schemas.MemberOutcome;
import io.millrace.schemas.Message;
import io.millrace.schemas.Verified;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A candidate that is compared with others of its seed.
 *
 * @param prompt the hash of what it was asked
 */
public record Entrant(String dataset, String prompt, GroupMember member) {

    /** Nothing for a record that was planted, that only came again, or that answers nothing. */
    public static Optional<Entrant> of(Evaluated evaluated) {
        Verified verified = evaluated.getVerified();
        Candidate candidate = verified.getCandidate();
        List<Message> messages = candidate.getMessages();
        String reason = evaluated.getReason();
        if (messages.size() < 2 || reason.equals(Ruling.PLANTED) || reason.equals(Ruling.REPEATED)) {
            return Optional.empty();
        }
        var member = GroupMember.newBuilder()
                .setId(candidate.getId())
                .setOutcome(outcome(verified))
                .setDecision(evaluated.getDecision())
                .setLength(AnswerLength.of(messages.getLast()))
                .setScore(score(verified.getChecks()))
                .build();
        String prompt = ContentHash.of(messages.subList(0, messages.size() - 1));
        return Optional.of(new Entrant(candidate.getSeed().getDataset(), prompt, member));
    }

    private static MemberOutcome outcome(Verified verified) {
        return switch (verified.getVerdict()) {
            case UNDECIDED -> MemberOutcome.NOT_JUDGED;
            case ACCEPTED -> MemberOutcome.PASSED;
            case REJECTED ->
                verified.getChecks().stream().anyMatch(check -> check.getOutcome() == CheckOutcome.FAIL)
                        ? MemberOutcome.FAILED
                        : MemberOutcome.UNREADABLE;
        };
    }

    /** The mean of what the checks gave that could speak of it: partial credit, or else all or nothing. */
    private static double score(List<CheckResult> checks) {
        return checks.stream()
                .map(Entrant::credit)
                .flatMapToDouble(OptionalDouble::stream)
                .average()
                .orElse(0);
    }

    private static OptionalDouble credit(CheckResult check) {
        double whole = check.getOutcome() == CheckOutcome.PASS ? 1 : 0;
        return switch (check.getOutcome()) {
            case PASS, FAIL, UNPARSEABLE -> OptionalDouble.of(check.getScore() == null ? whole : check.getScore());
            case ERROR, TIMEOUT, SKIPPED, UNSUPPORTED -> OptionalDouble.empty();
        };
    }
}
