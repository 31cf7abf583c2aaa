package io.millrace.verifier.factuality;

import static java.util.Objects.requireNonNull;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.FactualClaims;
import io.millrace.schemas.Hash;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.json.JsonAnswer;
import io.millrace.verifier.message.LastMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether every claim of a reply is what a reference table says. What the table does not know is undecided; true claims that
 * nobody asked for decide nothing.
 */
public final class ReferenceFacts implements Check {

    static final String NAME = "reference-facts";

    private final ReferenceTable table;

    public ReferenceFacts(ReferenceTable table) {
        this.table = table;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String configHash() {
        return Hash.of(JsonAnswer.VERSION, table.configHash());
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        ChatTask chat = candidate.getTask().getChat();
        return chat != null && chat.getClaims() != null;
    }

    @Override
    public boolean decides(Candidate candidate) {
        ChatTask chat = requireNonNull(candidate.getTask().getChat());
        return chat.getRubric() == null
                && !requireNonNull(chat.getClaims()).getSubjects().isEmpty();
    }

    @Override
    public Verdict apply(Candidate candidate) {
        FactualClaims wanted =
                requireNonNull(requireNonNull(candidate.getTask().getChat()).getClaims());
        if (!ClaimReader.usable(wanted.getTemplates()) || wanted.getAtLeast() < 1) {
            return new Verdict.Unsupported(Reason.INVALID_TASK, Evidence.of("a template or a number of no use"));
        }
        Optional<Set<Claim>> claims =
                LastMessage.of(candidate).flatMap(reply -> ClaimReader.read(reply, wanted.getTemplates()));
        if (claims.isEmpty()) {
            return new Verdict.Unparseable(Evidence.of("the reply is not claims of the declared form"));
        }
        if (claims.get().size() < wanted.getAtLeast() || !coversAll(wanted.getSubjects(), claims.get())) {
            return new Verdict.Fail(Reason.WRONG_ANSWER, Evidence.of("a claim that was asked for is missing"));
        }
        try {
            return judge(List.copyOf(claims.get()));
        } catch (ReferenceException failed) {
            Evidence evidence = Evidence.of("the reference table failed: " + failed.getMessage());
            return failed.timedOut()
                    ? new Verdict.TimedOut(evidence)
                    : new Verdict.Errored(Reason.CHECK_ERROR, evidence);
        }
    }

    private static boolean coversAll(List<String> subjects, Set<Claim> claims) {
        return subjects.stream()
                .map(Claim::plain)
                .allMatch(subject ->
                        claims.stream().anyMatch(claim -> claim.subject().equalsIgnoreCase(subject)));
    }

    private Verdict judge(List<Claim> claims) throws ReferenceException {
        ReferenceTable.Answers answers = table.answers(claims.stream()
                .map(claim -> new ReferenceTable.Question(claim.subject(), claim.relation()))
                .toList());
        int unknown = 0;
        int contradicted = 0;
        int first = 0;
        for (int i = 0; i < claims.size(); i++) {
            List<String> values = answers.values().get(i);
            unknown += values.isEmpty() ? 1 : 0;
            if (!values.isEmpty() && values.stream().noneMatch(claims.get(i)::says)) {
                contradicted++;
                first = first == 0 ? i + 1 : first;
            }
        }
        int confirmed = claims.size() - unknown - contradicted;
        var evidence = new Evidence(
                confirmed + " confirmed, " + contradicted + " contradicted, " + unknown + " unknown"
                        + (first == 0 ? "" : "; the first contradicted is claim " + first),
                null,
                (double) confirmed / claims.size(),
                answers.state());
        if (contradicted > 0) {
            return new Verdict.Fail(Reason.FALSE_CLAIM, evidence);
        }
        return unknown > 0 ? new Verdict.Unsupported(Reason.UNDECIDABLE, evidence) : new Verdict.Pass(evidence);
    }
}
