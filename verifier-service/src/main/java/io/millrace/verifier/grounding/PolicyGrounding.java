package io.millrace.verifier.grounding;

import static java.util.Objects.requireNonNull;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Grounding;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Message;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Evidence;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import io.millrace.verifier.json.JsonAnswer;
import io.millrace.verifier.message.LastMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a reply rests on its documents: every quotation stands word for word where it is said to stand, and a reply that says
 * that the documents do not say is right exactly where the task declares so. Whether the quotations bear out what is concluded
 * from them is not judged here, so that a pass decides only where the task names the sections that a right reply quotes.
 */
public final class PolicyGrounding implements Check {

    static final String NAME = "policy-grounding";

    private final Silence silence;

    public PolicyGrounding(Silence silence) {
        this.silence = silence;
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
        return Hash.of(JsonAnswer.VERSION, Citation.RULE, silence.configHash());
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        ChatTask chat = candidate.getTask().getChat();
        return chat != null && !chat.getDocuments().isEmpty();
    }

    @Override
    public boolean decides(Candidate candidate) {
        ChatTask chat = requireNonNull(candidate.getTask().getChat());
        Grounding grounding = chat.getGrounding();
        return chat.getRubric() == null
                && grounding != null
                && (!grounding.getAnswerable()
                        || !grounding.getRequiredCitations().isEmpty());
    }

    @Override
    public Verdict apply(Candidate candidate) {
        ChatTask chat = requireNonNull(candidate.getTask().getChat());
        Optional<Library> library = Library.of(chat.getDocuments()).filter(known -> exist(known, chat.getGrounding()));
        if (library.isEmpty()) {
            return new Verdict.Unsupported(
                    Reason.INVALID_TASK,
                    Evidence.of("the documents, or the sections that are required, cannot be cited"));
        }
        Optional<Answer> answer = LastMessage.of(candidate)
                .filter(text -> text.codePoints().anyMatch(Character::isLetterOrDigit))
                .flatMap(Answer::read);
        if (answer.isEmpty()) {
            return new Verdict.Unparseable(Evidence.of("no reply whose citations can be read"));
        }
        String fault = fault(library.get(), answer.get(), chat);
        return fault == null ? judge(answer.get(), chat.getGrounding()) : ungrounded(fault);
    }

    private static boolean exist(Library library, @Nullable Grounding grounding) {
        return grounding == null
                || grounding.getRequiredCitations().stream().allMatch(place -> {
                    String[] parts = place.split(" §", 2);
                    return library.has(parts[0]) && library.has(parts[0], parts.length == 1 ? null : parts[1]);
                });
    }

    private static @Nullable String fault(Library library, Answer answer, ChatTask chat) {
        int position = 0;
        for (Citation citation : answer.citations()) {
            position++;
            String document = citation.document();
            String quote = citation.quote();
            if (!library.has(document)) {
                return "citation " + position + " is of a document that does not exist";
            }
            if (!library.has(document, citation.section())) {
                return "citation " + position + " is of a section that does not exist";
            }
            if (quote != null && !library.holds(document, citation.section(), quote)) {
                return "citation " + position + " does not stand where it is said to stand";
            }
        }
        boolean invented = answer.uncited().stream()
                .filter(Citation::longEnough)
                .anyMatch(quote -> !library.holdsAnywhere(quote) && !asked(chat.getMessages(), quote));
        return invented ? "a quotation that stands in no document" : null;
    }

    private static boolean asked(List<Message> messages, String quote) {
        return messages.stream()
                .anyMatch(message -> Library.plain(message.getContent()).contains(Library.plain(quote)));
    }

    private Verdict judge(Answer answer, @Nullable Grounding grounding) {
        Silence.Kind kind =
                answer.silent() && answer.prose().isBlank() ? Silence.Kind.SILENT : silence.of(answer.prose());
        return switch (kind) {
            case MIXED -> undecidable("it says that the documents do not say, and more");
            case SILENT -> silent(grounding);
            case SPEAKS -> speaks(answer, grounding);
        };
    }

    private static Verdict silent(@Nullable Grounding grounding) {
        if (grounding == null) {
            return undecidable("the task does not declare whether the documents say");
        }
        return grounding.getAnswerable()
                ? ungrounded("the documents do say")
                : new Verdict.Pass(Evidence.of("the documents do not say, and so does the reply"));
    }

    private static Verdict speaks(Answer answer, @Nullable Grounding grounding) {
        if (grounding != null && !grounding.getAnswerable()) {
            return ungrounded("the documents do not say, and the reply does not tell so");
        }
        List<Citation> counted =
                answer.citations().stream().filter(Citation::counts).toList();
        if (counted.isEmpty()) {
            return ungrounded("no quotation of at least " + Citation.RULE);
        }
        List<String> required = grounding == null ? List.of() : grounding.getRequiredCitations();
        boolean all = required.stream().allMatch(place -> counted.stream().anyMatch(one -> one.names(place)));
        return all
                ? new Verdict.Pass(
                        Evidence.of("all " + counted.size() + " quotations stand where they are said to stand"))
                : ungrounded("a section that a right reply rests on is not quoted");
    }

    private static Verdict ungrounded(String why) {
        return new Verdict.Fail(Reason.UNGROUNDED, Evidence.of(why));
    }

    private static Verdict undecidable(String why) {
        return new Verdict.Unsupported(Reason.UNDECIDABLE, Evidence.of(why));
    }
}
