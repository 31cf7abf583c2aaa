package io.millrace.verifier.check;

/** Why a candidate got its verdict: the closed set of codes in records and metric labels. */
public enum Reason {
    /** Nothing was wrong. */
    ACCEPTED,
    WRONG_ANSWER,
    /** A calculation on the way to the answer is wrong. */
    WRONG_STEP,
    /** No answer could be read out of the candidate. */
    UNPARSEABLE,
    /** A judge finds that a criterion of the rubric is not met. */
    BELOW_RUBRIC,
    /** A remote classifier or reward model scores it below the threshold. */
    LOW_SCORE,
    /** The document is not valid under the task's schema. */
    SCHEMA_VIOLATION,
    /** A call of a tool that does not exist, or with arguments that it does not take. */
    INVALID_CALL,
    /** A tool is said to have returned what it did not return. */
    FABRICATED_RESULT,
    GOAL_NOT_REACHED,
    /** Something was done that the goal forbids. */
    FORBIDDEN_ACTION,
    /** An instruction about the form of the reply is not followed. */
    CONSTRAINT_VIOLATED,
    /** A quotation is not in the documents, or the reply does not rest on them. */
    UNGROUNDED,
    /** A claim that a reference table contradicts. */
    FALSE_CLAIM,
    /** Refused where an answer was right, or answered where a refusal was. */
    WRONG_HANDLING,
    /** The reply ends before it is complete. */
    TRUNCATED,
    /** The reply says the same over and over. */
    REPETITIVE,
    WRONG_LANGUAGE,
    /** A secret or personal data in the conversation. */
    SENSITIVE_DATA,
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
