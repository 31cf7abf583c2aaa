package io.millrace.evaluator.monitor;

/**
 * How far a group is behind.
 *
 * @param records about; the marks of transactions count as records, except where nothing else is left
 * @param seconds the age of the oldest record that was not read; 0 where everything was
 */
public record Lag(long records, double seconds) {}
