package io.millrace.evaluator.dataset;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

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

    /**
     * What people decided in the version's ranges, be it on records of earlier ones.
     *
     * @param agreement of those who rated the same records; null where it cannot be told
     * @param sample kept records, drawn at random, that were reviewed
     * @param bad those of them that turned out to be bad, and were withdrawn
     * @param badShareBound what the bad share of all kept records is under with 95 % confidence; null without a sample
     */
    public record Reviews(
            long reviewed,
            SortedMap<String, Long> outcomes,
            @Nullable Agreement agreement,
            int sample,
            int bad,
            @Nullable Double badShareBound) {}

    /**
     * How far two people agree.
     *
     * @param records that two people rated
     * @param share of these on which both say the same
     * @param kappa Cohen's, which leaves out what chance alone would make them agree on
     */
    public record Agreement(int records, double share, double kappa, double standardError) {}
}
