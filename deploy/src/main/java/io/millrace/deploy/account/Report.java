package io.millrace.deploy.account;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of one submission.
 *
 * @param candidates candidates that were made or handed in
 * @param deadLettered outcomes that are dead letters, samples that were never made included
 * @param kept candidates in the dataset
 * @param duplicates accepted candidates with the content of a kept one, or nearly
 * @param unaccounted outcomes that are missing or came twice; 0, or something is broken
 * @param byReason outcomes by the verdict's reason or the dead letter's error class
 * @param byStrategy candidates by the strategy that made them
 * @param falseAccepts accepted candidates that are known to be wrong; 0, or the gate is broken
 */
public record Report(
        long seeds,
        long candidates,
        long accepted,
        long rejected,
        long undecided,
        long deadLettered,
        long kept,
        long duplicates,
        long unaccounted,
        double elapsedSeconds,
        double recordsPerSecond,
        Map<String, Long> byReason,
        Map<String, Long> byStrategy,
        long falseAccepts) {

    public Report {
        byReason = sorted(byReason);
        byStrategy = sorted(byStrategy);
    }

    /** Whether everything is accounted for and nothing wrong was accepted. */
    public boolean sound() {
        return unaccounted == 0 && falseAccepts == 0;
    }

    private static SortedMap<String, Long> sorted(Map<String, Long> counts) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
}
