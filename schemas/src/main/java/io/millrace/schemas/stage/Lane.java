package io.millrace.schemas.stage;

/**
 * Something scarce that work waits for, such as a sandbox or a model. Records in a lane wait apart from the window, so that they never
 * keep others from being worked on.
 *
 * @param name what is waited for, for instance "rubric-judge"
 * @param width records that are worked on at once, at least 1
 */
public record Lane(String name, int width) {}
