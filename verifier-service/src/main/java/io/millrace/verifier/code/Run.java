package io.millrace.verifier.code;

import io.millrace.verifier.check.Reason;
import java.time.Duration;

/**
 * How a program fared under its tests.
 *
 * @param reason {@link Reason#ACCEPTED}, what is wrong with the program, or why the tests cannot judge it
 * @param text why, in one line
 * @param passed assertions before the first that failed
 * @param total assertions, counted as they are written; 0 where none is
 * @param isolation the layers that kept the program in, for instance "namespaces+landlock+seccomp"
 */
public record Run(
        Reason reason, String text, int passed, int total, Usage usage, String isolation, String interpreter) {

    /** What the process of the program used. */
    public record Usage(Duration cpu, Duration wall, long maxRssKb) {}
}
