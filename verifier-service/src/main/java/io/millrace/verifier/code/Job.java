package io.millrace.verifier.code;

import java.util.List;

/**
 * A program to run and the tests to run on it.
 *
 * @param tests test code; empty where there are cases
 * @param entryPoint the function of the program that the tests call
 * @param helpers trusted code whose names the tests use, for instance those of the reference solution; often empty
 * @param cases inputs and outputs of a program that is a command; empty where there are tests
 */
public record Job(String program, String tests, String entryPoint, String helpers, Limits limits, List<Case> cases) {

    public Job {
        cases = List.copyOf(cases);
    }

    /** A program that is judged by test code. */
    public Job(String program, String tests, String entryPoint, String helpers, Limits limits) {
        this(program, tests, entryPoint, helpers, limits, List.of());
    }

    /** The same tests on another program. */
    Job on(String other) {
        return new Job(other, tests, entryPoint, helpers, limits, cases);
    }

    Job within(Limits other) {
        return new Job(program, tests, entryPoint, helpers, other, cases);
    }

    Job helpedBy(String code) {
        return new Job(program, tests, entryPoint, code, limits, cases);
    }
}
