package io.millrace.verifier.reply;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Message;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.markdown.Fences;
import io.millrace.verifier.message.LastMessage;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a reply ends where it means to end: the model was not stopped, no block is left open, no sentence breaks off. */
public final class CompleteReply implements Check {

    static final String NAME = "complete-reply";

    private static final Set<String> STOPPED = Set.of("length", "max_tokens", "model_length", "max_output_tokens");

    /** A long text that ends on one of these words, and on no mark, breaks off. */
    private static final Set<String> NEVER_LAST = Set.of(
            "the", "an", "and", "or", "of", "to", "with", "because", "which", "from", "und", "oder", "der", "ein",
            "eine", "von", "weil", "et", "ou", "les", "des", "une", "avec", "los", "las", "con", "porque");

    private static final String NEVER_LAST_MARKS = ",;([{–—-";
    private static final int MIN_WORDS = 20;

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
        return Hash.of(
                Fences.VERSION,
                Hash.of(STOPPED.stream().sorted().toList()),
                Hash.of(NEVER_LAST.stream().sorted().toList()),
                NEVER_LAST_MARKS,
                String.valueOf(MIN_WORDS));
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        Task task = candidate.getTask();
        return task.getChat() != null || task.getStructured() != null || task.getTool() != null;
    }

    @Override
    public Verdict apply(Candidate candidate) {
        String stop = candidate.getFinishReason();
        if (stop != null && STOPPED.contains(stop.toLowerCase(Locale.ROOT))) {
            return new Verdict.Fail(Reason.TRUNCATED, Evidence.of("the model was stopped by its length"));
        }
        Optional<String> reply = LastMessage.of(candidate);
        if (reply.isEmpty()) {
            return new Verdict.Unparseable(Evidence.of(LastMessage.ABSENT));
        }
        Message message = candidate.getMessages().getLast();
        if (reply.get().isBlank() && message.getToolCalls().isEmpty()) {
            return new Verdict.Unparseable(Evidence.of("the reply is empty"));
        }
        String fault = fault(reply.get().strip());
        return fault == null
                ? new Verdict.Pass(Evidence.of("it does not break off"))
                : new Verdict.Fail(Reason.TRUNCATED, Evidence.of(fault));
    }

    private static @Nullable String fault(String reply) {
        if (Fences.of(reply).open()) {
            return "a fenced block is left open";
        }
        if (reply.isEmpty()) {
            return null;
        }
        String[] words = reply.split("\\s+", -1);
        if (words.length < MIN_WORDS) {
            return null;
        }
        String last = words[words.length - 1];
        boolean ruler = last.length() > 2 && last.codePoints().noneMatch(Character::isLetterOrDigit);
        if (!ruler && NEVER_LAST_MARKS.indexOf(reply.charAt(reply.length() - 1)) >= 0) {
            return "it ends on a mark that ends nothing";
        }
        return NEVER_LAST.contains(last) ? "it ends on a word that ends nothing" : null;
    }
}
