package io.millrace.verifier.constraint;

import static java.util.Objects.requireNonNull;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Hash;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.json.JsonAnswer;
import io.millrace.verifier.language.LanguageDetection;
import io.millrace.verifier.message.LastMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a reply follows every constraint of its task. What HTML comments hide from a reader does not count. */
public final class InstructionConstraints implements Check {

    static final String NAME = "instruction-constraints";

    private static final int MAX_CONSTRAINTS = 50;

    private final LanguageDetection languages;
    private final ConstraintReader reader;

    public InstructionConstraints(LanguageDetection languages) {
        this.languages = languages;
        this.reader = new ConstraintReader(languages);
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
        return Hash.of(JsonAnswer.VERSION, languages.configHash(), String.valueOf(MAX_CONSTRAINTS));
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        ChatTask chat = candidate.getTask().getChat();
        return chat != null && !chat.getConstraints().isEmpty();
    }

    /** What a rubric asks for is more than form. */
    @Override
    public boolean decides(Candidate candidate) {
        return requireNonNull(candidate.getTask().getChat()).getRubric() == null;
    }

    @Override
    public Verdict apply(Candidate candidate) {
        List<String> declared = requireNonNull(candidate.getTask().getChat()).getConstraints();
        List<Constraint> constraints =
                declared.stream().map(reader::read).flatMap(Optional::stream).toList();
        if (constraints.size() < declared.size() || constraints.size() > MAX_CONSTRAINTS) {
            return new Verdict.Unsupported(
                    Reason.INVALID_TASK, Evidence.of("a constraint is not of a declared form, or there are too many"));
        }
        Optional<String> reply = LastMessage.of(candidate).map(InstructionConstraints::visible);
        if (reply.isEmpty()) {
            return new Verdict.Unparseable(Evidence.of(LastMessage.ABSENT));
        }
        if (reply.get().codePoints().noneMatch(Character::isLetterOrDigit)) {
            return new Verdict.Unparseable(Evidence.of("the reply says nothing"));
        }
        return conclude(constraints.stream().map(one -> one.on(reply.get())).toList());
    }

    private static Verdict conclude(List<Finding> findings) {
        int met = Collections.frequency(findings, Finding.MET);
        var evidence = new Evidence(said(findings), null, (double) met / findings.size(), Map.of());
        if (findings.contains(Finding.VIOLATED)) {
            return new Verdict.Fail(Reason.CONSTRAINT_VIOLATED, evidence);
        }
        return findings.contains(Finding.UNDECIDED)
                ? new Verdict.Unsupported(Reason.UNDECIDABLE, evidence)
                : new Verdict.Pass(evidence);
    }

    private static String said(List<Finding> findings) {
        return "violated: " + positions(findings, Finding.VIOLATED) + ", undecided: "
                + positions(findings, Finding.UNDECIDED) + ", of " + findings.size();
    }

    private static List<Integer> positions(List<Finding> findings, Finding wanted) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            if (findings.get(i) == wanted) {
                positions.add(i);
            }
        }
        return positions;
    }

    private static String visible(String reply) {
        var text = new StringBuilder();
        int from = 0;
        int open = reply.indexOf("<!--");
        while (open >= 0) {
            text.append(reply, from, open);
            int close = reply.indexOf("-->", open);
            from = close < 0 ? reply.length() : close + 3;
            open = reply.indexOf("<!--", from);
        }
        return text.append(reply, from, reply.length()).toString();
    }
}
