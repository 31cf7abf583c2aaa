package io.millrace.verifier.code;

import io.millrace.verifier.check.Reason;
import java.time.Duration;

/**
 * How a program fared under its tests.
 *
 * @param reason {@link Reason#ACCEPTED}, what is wrong with the program, or why the tests cannot judge it
 * @param text why, in one line
 * @param isolation the layers that kept the program in, for instance "namespaces+landlock+seccomp"
 */
public record Run(
        Reason reason, String text, Marks marks, Harness harness, Usage usage, String isolation, String interpreter) {

    /** How the tests met the program. */
    public enum Harness {
        /** In a process of their own, by calls into the program's. */
        SPLIT(0, "split"),
        /** Not at all: the program got arguments only, and what it returned was compared outside. */
        VALUES_OUT(1, "values-out"),
        /** Not at all: the program got input only, and what it wrote was compared outside. */
        STREAMS(2, "streams"),
        /** As rows of a query, compared outside. */
        QUERY(3, "query"),
        /** No program was run: faulty copies were made of one. */
        MUTANTS(4, "mutants");

        private final int code;
        private final String label;

        Harness(int code, String label) {
            this.code = code;
            this.label = label;
        }

        /** As slots number it. */
        int code() {
            return code;
        }

        /** As receipts name it. */
        String label() {
            return label;
        }
    }

    /** How many of the tests passed. */
    public int passed() {
        return marks.passed();
    }

    /** How many tests there are; 0 where that is not known. */
    public int total() {
        return marks.total();
    }

    /** What the process of the program used. */
    public record Usage(Duration cpu, Duration wall, long maxRssKb) {}
}
