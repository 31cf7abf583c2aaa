package io.millrace.evaluator.dataset;

import java.util.List;
import java.util.SortedMap;

/**
 * What became of all records of the dataset in a version's ranges, kept or not.
 *
 * @param decided all but those that were planted to try the verifier
 * @param planted those that were, of which none is kept
 * @param checks of all that were decided on
 */
public record Decisions(
        long decided, long kept, long planted, List<Reason> reasons, List<Check> checks, Reviews reviews) {

    public Decisions {
        reasons = List.copyOf(reasons);
        checks = List.copyOf(checks);
    }

    /**
     * Why records were kept or not.
     *
     * @param share of all that were decided on, to four decimals
     */
    public record Reason(String decision, String reason, long records, double share) {}

    /**
     * What one check, set one way, concluded.
     *
     * @param configHash SHA-256 over its settings
     */
    public record Check(String name, String version, String configHash, SortedMap<String, Long> outcomes) {

        Ingredient named() {
            return new Ingredient("check", name + "/" + version + " " + configHash);
        }
    }

    /** What people said of the records that they were shown. */
    public record Reviews(long reviewed, SortedMap<String, Long> outcomes) {}
}
