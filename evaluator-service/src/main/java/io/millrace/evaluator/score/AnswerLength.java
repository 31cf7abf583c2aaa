package io.millrace.evaluator.score;

import io.millrace.schemas.Message;
import java.util.List;
import java.util.OptionalDouble;

/** The length of the last message in code points; nothing where there is no message. */
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
        return "2";
    }

    @Override
    public Range range() {
        return new Range(0, Double.POSITIVE_INFINITY);
    }

    @Override
    public OptionalDouble value(Subject subject) {
        List<Message> messages = subject.verified().getCandidate().getMessages();
        return messages.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(of(messages.getLast()));
    }

    /** Of one message. */
    public static int of(Message message) {
        String text = message.getContent();
        return text.codePointCount(0, text.length());
    }
}
