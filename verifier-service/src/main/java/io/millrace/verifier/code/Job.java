package io.millrace.verifier.code;

import java.util.List;

/**
 * A program to run and the tests to run on it.
 *
 * @param language of the program and of the tests
 * @param tests test code, or for another language than Python calls and what they return; empty where there are cases
 * @param entryPoint the function of the program that the tests call
 * @param helpers trusted code whose names the tests use, for instance those of the reference solution; often empty
 * @param cases inputs and outputs of a program that is a command; empty where there are tests
 */
public record Job(
        Language language,
        String program,
        String tests,
        String entryPoint,
        String helpers,
        Limits limits,
        List<Case> cases) {

    public Job {
        cases = List.copyOf(cases);
    }

    /** A Python program that is judged by test code. */
    public Job(String program, String tests, String entryPoint, String helpers, Limits limits) {
        this(Language.PYTHON, program, tests, entryPoint, helpers, limits, List.of());
    }

    /** The same tests on another program. */
    Job on(String other) {
        return new Job(language, other, tests, entryPoint, helpers, limits, cases);
    }

    Job within(Limits other) {
        return new Job(language, program, tests, entryPoint, helpers, other, cases);
    }

    Job helpedBy(String code) {
        return new Job(language, program, tests, entryPoint, code, limits, cases);
    }
}
