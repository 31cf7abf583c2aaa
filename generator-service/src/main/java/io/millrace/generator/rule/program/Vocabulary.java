package io.millrace.generator.rule.program;

import io.millrace.generator.rule.space.Choices;
import java.util.List;
import java.util.function.Function;

/**
 * What programs over one type of value are made of.
 *
 * @param filters keep some values, and leave any number of them over
 * @param positions keep or move values by where they stand
 * @param changes replace every value
 * @param ends make the result
 * @param sample makes a typical input
 */
public record Vocabulary<T>(
        Argument<T> argument,
        List<Step<T, List<T>>> filters,
        List<Step<T, List<T>>> positions,
        List<Step<T, List<T>>> changes,
        List<Step<T, String>> ends,
        Function<Choices, List<T>> sample) {}
