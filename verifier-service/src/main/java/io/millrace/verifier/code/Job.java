package io.millrace.verifier.code;

/**
 * A program to run and the tests to run on it.
 *
 * @param entryPoint the function of the program that the tests call
 * @param helpers trusted code whose names the tests use, for instance those of the reference solution; often empty
 */
public record Job(String program, String tests, String entryPoint, String helpers, Limits limits) {}
