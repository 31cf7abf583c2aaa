package io.millrace.deploy.replay;

import io.millrace.schemas.VerdictKind;
import java.util.List;
import java.util.Map;

/**
 * What came of a replay.
 *
 * @param ranges what was read of topic {@code verified}
 * @param compared candidates with an old and a new verdict
 * @param planted verdicts passed over because their candidates were planted to try the verifier
 * @param unreadable records that hold no verdict
 * @param agree candidates whose verdict stays, by verdict
 * @param otherReason those among them that have another reason now
 * @param changes candidates whose verdict does not stay, by how it changes
 * @param groups the same by check and reason
 */
public record ReplayReport(
        List<String> ranges,
        long compared,
        long planted,
        long unreadable,
        Map<VerdictKind, Long> agree,
        long otherReason,
        Map<Change, Long> changes,
        List<Group> groups,
        Recipes was,
        Recipes now,
        double elapsedSeconds) {

    public ReplayReport {
        ranges = List.copyOf(ranges);
        groups = List.copyOf(groups);
    }

    /** Candidates that change in the same way for the same reasons, with the first of them. */
    public record Group(
            Change change,
            String wasReason,
            String wasCheck,
            String nowReason,
            String nowCheck,
            long count,
            List<Comparison> examples) {

        public Group {
            examples = List.copyOf(examples);
        }
    }

    /**
     * What judged on one side.
     *
     * @param hashes recipes by their hash, with the candidates that each has judged
     * @param checks with their versions: on the old side those that were run, on the new side those of the recipe
     */
    public record Recipes(Map<String, Long> hashes, List<String> checks) {

        public Recipes {
            checks = List.copyOf(checks);
        }
    }

    /** How many verdicts change in this way. */
    public long count(Change change) {
        return changes.getOrDefault(change, 0L);
    }

    /** Whether everything that was asked for has been judged. */
    public boolean whole() {
        return unreadable == 0 && count(Change.NOT_JUDGED) == 0;
    }
}
