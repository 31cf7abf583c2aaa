package io.millrace.verifier.check;

/** Why a candidate got its verdict: the closed set of codes in records and metric labels. */
public enum Reason {
    /** Nothing was wrong. */
    ACCEPTED,
    WRONG_ANSWER,
    /** No answer could be read out of the candidate. */
    UNPARSEABLE,
    /** A judge finds that a criterion of the rubric is not met. */
    BELOW_RUBRIC,
    /** A remote classifier or reward model scores it below the threshold. */
    LOW_SCORE,
    RUNTIME_ERROR,
    COMPILE_ERROR,
    CPU_LIMIT,
    WALL_LIMIT,
    MEMORY_LIMIT,
    OUTPUT_LIMIT,
    /** The interpreter died on a signal. */
    CRASHED,
    /** The program ended before the tests did. */
    EXITED_EARLY,
    /** The program returned a value that is not plain data. */
    UNSUPPORTED_VALUE,
    UNSUPPORTED_LANGUAGE,
    /** No check speaks about this kind of task. */
    UNSUPPORTED_TASK,
    /** The task fails by itself: its reference solution does not pass its own tests, or its answer cannot be read. */
    INVALID_TASK,
    /** The comparison could not be decided within its bounds. */
    UNDECIDABLE,
    /** Our sandbox failed; tried again, then dead-lettered. */
    SANDBOX_ERROR,
    /** A model or service that a check asked gave no answer. */
    MODEL_ERROR,
    CHECK_TIMEOUT,
    /** A check of ours broke. */
    CHECK_ERROR
}
