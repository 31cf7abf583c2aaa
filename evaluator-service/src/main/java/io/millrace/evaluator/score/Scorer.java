package io.millrace.evaluator.score;

import io.millrace.schemas.Score;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Grades a record in one dimension. */
public interface Scorer {

    /** Every one there is. */
    static List<Scorer> all() {
        return List.of(
                new PassedChecks(),
                PassedChecks.ofFormat(),
                PassedChecks.ofGrounding(),
                new JudgeScore(),
                new Contribution(),
                new AnswerLength());
    }

    /** What is measured, for instance "correctness". */
    String dimension();

    /** Stable, lower-case. */
    String name();

    /** Changes whenever the same record could get another value. */
    String version();

    /** What its values are to be held against. */
    Range range();

    /** Nothing where the record says nothing in this dimension. */
    OptionalDouble value(Subject subject);

    /** The grade with what gave it. A value outside the range comes from what others wrote, and is none. */
    default Optional<Score> apply(Subject subject) {
        OptionalDouble value = value(subject);
        return value.isPresent() && range().includes(value.getAsDouble())
                ? Optional.of(new Score(dimension(), name(), version(), value.getAsDouble()))
                : Optional.empty();
    }
}
