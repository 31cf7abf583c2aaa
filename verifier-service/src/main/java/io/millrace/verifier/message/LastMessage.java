package io.millrace.verifier.message;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Message;
import java.util.List;
import java.util.Optional;

/** The text of a candidate's last message, where it is the assistant's and of a length that can be judged. */
public final class LastMessage {

    public static final int MAX_LENGTH = 200_000;

    /** Why there is none. */
    public static final String ABSENT =
            "the last message is not the assistant's, or longer than " + MAX_LENGTH + " characters";

    private LastMessage() {}

    public static Optional<String> of(Candidate candidate) {
        List<Message> messages = candidate.getMessages();
        if (messages.isEmpty() || !messages.getLast().getRole().equals("assistant")) {
            return Optional.empty();
        }
        return Optional.of(messages.getLast().getContent()).filter(text -> text.length() <= MAX_LENGTH);
    }
}
