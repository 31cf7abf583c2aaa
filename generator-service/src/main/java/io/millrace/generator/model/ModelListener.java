package io.millrace.generator.model;

import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.ModelRequest;

/** Hears what models are asked, and what they answer. */
@FunctionalInterface
public interface ModelListener {

    /** Nobody listens. */
    ModelListener NONE = (request, completion) -> {};

    void answered(ModelRequest request, Completion completion);
}
