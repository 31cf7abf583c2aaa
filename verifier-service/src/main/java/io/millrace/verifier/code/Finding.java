package io.millrace.verifier.code;

import io.millrace.verifier.check.Reason;
import java.io.IOException;

/**
 * What a slot's reply means for the program that was run.
 *
 * @param passed assertions before the first that failed
 * @param total assertions, counted as they are written
 */
record Finding(Reason reason, String text, int passed, int total) {

    /** Reads a reply; throws if it tells of a failure of the sandbox instead. */
    static Finding of(Job job, Exam exam, Reply reply) throws IOException {
        return switch (exam) {
            case Exam.DataDriven asked -> new AnswerMarker(job.limits(), asked.questions(), reply).finding();
            case Exam.Script script -> new ScriptMarker(job, reply).finding();
        };
    }

    static String place(int number, int total, int line) {
        return "assertion " + number + " of " + total + ", line " + line + ": ";
    }
}
