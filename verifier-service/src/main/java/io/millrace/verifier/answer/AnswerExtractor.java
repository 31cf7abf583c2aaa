package io.millrace.verifier.answer;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Extraction;
import io.millrace.schemas.Message;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the final answer out of a candidate's last message. The first {@link Marking} that occurs decides, in the order in which
 * they are declared; only the last {@value #WINDOW} characters count.
 */
public final class AnswerExtractor {

    public static final String NAME = "final-answer";

    /** Changes whenever the same text could give another answer. */
    public static final String VERSION = "3";

    private static final int WINDOW = 20_000;

    private final Set<Marking> markings;

    private AnswerExtractor(Set<Marking> markings) {
        this.markings = markings;
    }

    /** For mathematical answers: where nothing marks the answer, the last formula or number is it. */
    public static AnswerExtractor ofFormulas() {
        return new AnswerExtractor(EnumSet.allOf(Marking.class));
    }

    /** For answers of any form, which must be marked. */
    public static AnswerExtractor ofMarked() {
        return new AnswerExtractor(EnumSet.range(Marking.BOXED, Marking.ANSWER_LINE));
    }

    /** For answers that must be in a box. */
    public static AnswerExtractor ofBoxed() {
        return new AnswerExtractor(EnumSet.of(Marking.BOXED));
    }

    public Extracted from(Candidate candidate) {
        List<Message> messages = candidate.getMessages();
        if (messages.isEmpty() || !messages.getLast().getRole().equals("assistant")) {
            return new Extracted.Nothing("the last message is not the assistant's");
        }
        return from(messages.getLast().getContent());
    }

    public Extracted from(String text) {
        String end = Escapes.restored(text.substring(Math.max(0, text.length() - WINDOW)));
        for (Marking marking : markings) {
            List<String> answers = marking.answers(end);
            if (answers.size() > 1) {
                return new Extracted.Nothing("several different answers are marked by " + marking.label());
            }
            if (!answers.isEmpty()) {
                return new Extracted.Found(new Extraction(answers.getFirst(), NAME, VERSION, marking.label()));
            }
        }
        return new Extracted.Nothing("no answer found");
    }
}
