package io.millrace.evaluator.trigger;

/** A condition of a policy that held, and by how much. */
public record Firing(String policy, String condition, double value, double threshold) {}
