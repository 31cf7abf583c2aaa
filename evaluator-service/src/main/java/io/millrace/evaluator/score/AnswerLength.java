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
        if (messages.isEmpty()) {
            return OptionalDouble.empty();
        }
        String answer = messages.getLast().getContent();
        return OptionalDouble.of(answer.codePointCount(0, answer.length()));
    }
}
