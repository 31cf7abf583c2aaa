package io.millrace.schemas.model;

/** Answers a conversation: a language model behind an endpoint, or a program that stands in for one and says so. */
public interface Model {

    /**
     * Asks once, with whatever retries the model's transport makes.
     *
     * @throws ModelException if no answer came
     * @throws InterruptedException if the service stops meanwhile
     */
    Completion complete(ModelRequest request) throws ModelException, InterruptedException;
}
