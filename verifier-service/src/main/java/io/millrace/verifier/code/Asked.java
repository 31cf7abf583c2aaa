package io.millrace.verifier.code;

/** One thing that tests ask of a program and compare outside of the sandbox. */
interface Asked {

    /** The line of the tests that it stands in, from 1. */
    int line();

    Expectation expectation();
}
