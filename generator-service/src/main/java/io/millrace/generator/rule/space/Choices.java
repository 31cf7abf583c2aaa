package io.millrace.generator.rule.space;

import java.util.ArrayList;
import java.util.List;

/** Makes decisions one after another. */
public interface Choices {

    /** A number from 0 and below the bound. */
    int below(int bound);

    /** A number between the two, both included. */
    default int between(int low, int high) {
        return low + below(high - low + 1);
    }

    default <T> T of(List<T> options) {
        return options.get(below(options.size()));
    }

    /** As many of the options as asked for, each at most once, in any order. */
    default <T> List<T> distinct(int count, List<T> options) {
        List<T> left = new ArrayList<>(options);
        List<T> chosen = new ArrayList<>(count);
        while (chosen.size() < count) {
            chosen.add(left.remove(below(left.size())));
        }
        return chosen;
    }
}
