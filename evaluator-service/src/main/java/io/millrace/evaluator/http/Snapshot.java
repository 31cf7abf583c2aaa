package io.millrace.evaluator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.evaluator.monitor.ResultLedger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole factory at one moment.
 *
 * @param acceptRate the accepted share of the last minute's verdicts; null if there were none
 * @param planted records that were planted to try the verifier, which count nowhere else but in the stages
 * @param closedGates what holds retraining events back; null until it is known
 * @param reasons why records were not kept, the most frequent first
 * @param latest the newest decisions first
 * @param retraining the newest versions of datasets first
 * @param recipes those that changed last first
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Snapshot(
        String at,
        List<Stage> stages,
        long accepted,
        long rejected,
        long undecided,
        long deadLettered,
        long kept,
        long duplicates,
        @Nullable Double acceptRate,
        Planted planted,
        @Nullable List<ClosedGate> closedGates,
        List<ReasonCount> reasons,
        List<Latest> latest,
        List<Version> retraining,
        List<RecipeState> recipes) {

    /**
     * One topic and how it is worked through.
     *
     * @param rate records in one second
     * @param lagRecords null until it is known
     * @param lagSeconds the age of the oldest record that waits; null until it is known
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Stage(
            String name,
            double rate,
            @Nullable Long lagRecords,
            @Nullable Double lagSeconds,
            long total) {}

    /**
     * What the verdicts on planted records showed.
     *
     * @param falseAccepts wrong ones that were accepted
     * @param falseRejects right ones that were not accepted
     */
    @Serdeable
    record Planted(long total, long falseAccepts, long falseRejects) {}

    /**
     * A check that accepted a wrong record that was planted for it, the first since its gate was last open.
     *
     * @param suspectSince when the check last rejected a wrong one; null where it never did
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ClosedGate(
            String check,
            String since,
            @Nullable String probe,
            @Nullable String candidateId,
            @Nullable String suspectSince) {}

    /** How often a record was not kept for one reason. */
    @Serdeable
    record ReasonCount(String reason, long count) {}

    /** One decision. */
    @Serdeable
    record Latest(
            String id,
            String seedId,
            String strategy,
            String domain,
            String verdict,
            String reason,
            String decision,
            String at) {}

    /** One version of a dataset. */
    @Serdeable
    record Version(String id, String dataset, int version, long kept, String at) {

        static Version of(ResultLedger.Version version) {
            return new Version(
                    version.event(), version.dataset(), version.number(), version.records(), version.cutAt());
        }
    }
}
