package io.millrace.evaluator.dataset;

import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import org.jspecify.annotations.Nullable;

/** A kept conversation with a short receipt. */
final class ChatLayout implements Layout {

    @Override
    public @Nullable Object line(Evaluated evaluated) {
        return evaluated.getDecision() == Decision.KEEP ? Example.of(evaluated) : null;
    }
}
