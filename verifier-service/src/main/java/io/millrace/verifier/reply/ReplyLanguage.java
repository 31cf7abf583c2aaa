package io.millrace.verifier.reply;

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
import io.millrace.verifier.language.LanguageMatch;
import io.millrace.verifier.message.LastMessage;
import java.util.Optional;

/**
 * Whether a reply is in a language that nobody asked for: neither the seed's nor that of the conversation. A task that wants another
 * language, as a translation does, declares it as a constraint, and this check leaves it alone.
 */
public final class ReplyLanguage implements Check {

    static final String NAME = "reply-language";

    private final LanguageDetection languages;

    public ReplyLanguage(LanguageDetection languages) {
        this.languages = languages;
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
        return Hash.of(languages.configHash(), JsonAnswer.VERSION);
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        ChatTask chat = candidate.getTask().getChat();
        return chat != null && chat.getConstraints().stream().noneMatch(one -> one.contains("\"language\""));
    }

    @Override
    public Verdict apply(Candidate candidate) {
        Optional<String> reply = LastMessage.of(candidate);
        if (reply.isEmpty()) {
            return new Verdict.Unparseable(Evidence.of(LastMessage.ABSENT));
        }
        boolean data = JsonAnswer.in(reply.get()) instanceof JsonAnswer.Found;
        boolean foreign = !data
                && languages.match(reply.get(), candidate.getSeed().getLanguage()) == LanguageMatch.OTHER
                && !asked(candidate, reply.get());
        return foreign
                ? new Verdict.Fail(Reason.WRONG_LANGUAGE, Evidence.of("in another language than the conversation"))
                : new Verdict.Pass(Evidence.of("in no other language, as far as can be told"));
    }

    private boolean asked(Candidate candidate, String reply) {
        return requireNonNull(candidate.getTask().getChat()).getMessages().stream()
                .flatMap(message -> languages.of(message.getContent()).stream())
                .anyMatch(language -> languages.match(reply, language) != LanguageMatch.OTHER);
    }
}
