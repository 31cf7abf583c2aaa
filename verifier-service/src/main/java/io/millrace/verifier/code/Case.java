package io.millrace.verifier.code;

/** What a program reads from its standard input, and what it must write to its standard output. */
public record Case(String input, String output) {}
