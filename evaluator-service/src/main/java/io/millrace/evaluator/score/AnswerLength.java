package io.millrace.evaluator.score;

import io.millrace.schemas.Message;
import io.millrace.schemas.Verified;
import java.util.List;

/** The length of the last message in code points. */
public final class AnswerLength implements Scorer {

    @Override
    public String dimension() {
        return "length";
    }

    @Override
    public String name() {
        return "answer-length";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public double value(Verified verified) {
        List<Message> messages = verified.getCandidate().getMessages();
        if (messages.isEmpty()) {
            return 0;
        }
        String answer = messages.getLast().getContent();
        return answer.codePointCount(0, answer.length());
    }
}
