package io.millrace.deploy.intake;

/**
 * A line that was left out.
 *
 * @param line counts from 1
 */
public record BadLine(int line, String reason) {}
