package io.millrace.evaluator.review;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.Message;
import io.millrace.schemas.Verified;
import java.util.ArrayList;
import java.util.List;

/** Puts another answer in place of a candidate's own. */
public final class Edits {

    private Edits() {}

    /** Whether a record has an answer that words can take the place of. */
    public static boolean fit(Verified verified) {
        List<Message> messages = verified.getCandidate().getMessages();
        return !messages.isEmpty() && messages.getLast().getToolCalls().isEmpty();
    }

    /** The record with this answer as its last message. What was thought and found of the other one does not hold for it. */
    public static Verified apply(Verified verified, String answer) {
        Candidate candidate = verified.getCandidate();
        var messages = new ArrayList<>(candidate.getMessages());
        Message last = messages.removeLast();
        messages.add(
                Message.newBuilder(last).setContent(answer).setReasoning(null).build());
        return Verified.newBuilder(verified)
                .setCandidate(
                        Candidate.newBuilder(candidate).setMessages(messages).build())
                .setExtraction(null)
                .build();
    }
}
