package io.millrace.verifier.math;

import io.millrace.schemas.MathPolicy;
import io.millrace.verifier.math.compare.AnswerPolicy;
import org.jspecify.annotations.Nullable;

/** The policy of the service with what a task says of its own laid over it. */
final class TaskPolicy {

    private TaskPolicy() {}

    /** Fails with an {@link IllegalArgumentException} if the task asks for what cannot be. */
    static AnswerPolicy over(AnswerPolicy usual, @Nullable MathPolicy own) {
        if (own == null) {
            return usual;
        }
        return new AnswerPolicy(
                own.getPercent() == null
                        ? usual.percent()
                        : AnswerPolicy.Percent.valueOf(own.getPercent().name()),
                own.getUnits() == null
                        ? usual.units()
                        : AnswerPolicy.Units.valueOf(own.getUnits().name()),
                own.getOrdered() == null ? usual.ordered() : own.getOrdered(),
                own.getLeastDecimals() == null ? usual.leastDecimals() : own.getLeastDecimals(),
                own.getBoxRequired() == null ? usual.boxRequired() : own.getBoxRequired(),
                usual.unitWords());
    }
}
