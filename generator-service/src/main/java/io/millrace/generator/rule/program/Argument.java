package io.millrace.generator.rule.program;

import java.util.List;
import java.util.function.Function;

/**
 * How a function takes its list.
 *
 * @param name the parameter
 * @param description the parameter as part of a specification
 * @param toList a Python expression that makes a list of the parameter
 * @param literal the Python literal that stands for a list
 */
public record Argument<T>(String name, String description, String toList, Function<List<T>, String> literal) {}
