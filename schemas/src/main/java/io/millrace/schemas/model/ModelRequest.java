package io.millrace.schemas.model;

import io.millrace.schemas.Message;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Seed;
import java.util.List;
import java.util.Optional;

/**
 * One question to a model.
 *
 * @param seed what the question was made from; a remote model never sees it
 * @param sampleIndex which of the seed's samples this is, from 0
 * @param question which of the sample's questions this is, from 0
 * @param step what the answer is for, for instance "problem" or "answer"
 * @param answerForm the form that the answer must have; nothing where any text will do
 */
public record ModelRequest(
        Seed seed,
        int sampleIndex,
        int question,
        String step,
        List<Message> messages,
        Sampling sampling,
        Optional<AnswerForm> answerForm) {

    /** The step of a question that is asked for the candidate's own answer. */
    public static final String ANSWER = "answer";

    public ModelRequest {
        messages = List.copyOf(messages);
    }

    /** A question for the candidate's own answer, in any form. */
    public ModelRequest(Seed seed, int sampleIndex, List<Message> messages, Sampling sampling) {
        this(seed, sampleIndex, 0, ANSWER, messages, sampling, Optional.empty());
    }
}
