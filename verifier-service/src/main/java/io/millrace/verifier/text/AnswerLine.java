package io.millrace.verifier.text;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Extraction;
import io.millrace.schemas.Message;
import java.util.List;
import java.util.Optional;

/**
 * The last line of an answer that begins with {@value #LABEL}: what follows on that line, less one leading space. A line ends at a
 * line feed, or at a carriage return and a line feed; nothing else is normalised.
 */
final class AnswerLine {

    static final String NAME = "answer-line";

    /** Changes whenever the same text could give another answer. */
    static final String VERSION = "1";

    static final String LABEL = "Answer:";

    private AnswerLine() {}

    static Optional<Extraction> of(Candidate candidate) {
        List<Message> messages = candidate.getMessages();
        if (messages.isEmpty() || !messages.getLast().getRole().equals("assistant")) {
            return Optional.empty();
        }
        return in(messages.getLast().getContent()).map(answer -> new Extraction(answer, NAME, VERSION, NAME));
    }

    static Optional<String> in(String text) {
        int label = text.lastIndexOf("\n" + LABEL) + 1;
        if (label == 0 && !text.startsWith(LABEL)) {
            return Optional.empty();
        }
        int start = label + LABEL.length();
        start += text.startsWith(" ", start) ? 1 : 0;
        int feed = text.indexOf('\n', start);
        if (feed < 0) {
            return Optional.of(text.substring(start));
        }
        return Optional.of(text.substring(start, feed > start && text.charAt(feed - 1) == '\r' ? feed - 1 : feed));
    }
}
