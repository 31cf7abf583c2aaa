package io.millrace.evaluator.dataset;

import io.millrace.schemas.Figures;
import io.millrace.schemas.Likeness;
import io.millrace.schemas.Variety;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a version's records as a whole.
 *
 * @param windows null where nothing was noted of the records
 */
public record DatasetQuality(@Nullable Windows windows, Tail tail, CheckAgreement checks, Cost cost) {

    /**
     * How different kept records are from each other, in the last full windows when the version was decided on; null before the first.
     *
     * @param distinct4 the distinct share of 16,384 word 4-grams
     * @param selfBleu the mean BLEU-4 of each of 500 records against the others
     * @param wordVendi the Vendi score of order 2 of 500 records, over hashed words
     * @param drift Population Stability Indices against the first version, by dimension; none in that itself
     */
    public record Windows(
            @Nullable Double distinct4,
            @Nullable Double selfBleu,
            @Nullable Double wordVendi,
            SortedMap<String, Double> drift) {

        static Windows of(Figures figures) {
            var drift = new TreeMap<String, Double>();
            figures.getDrift().forEach((dimension, index) -> drift.put(dimension, Shares.rounded(index)));
            Optional<Likeness> likeness = Optional.ofNullable(figures.getLikeness());
            return new Windows(
                    Optional.ofNullable(figures.getVariety())
                            .map(Variety::getDistinct)
                            .map(Shares::rounded)
                            .orElse(null),
                    likeness.map(Likeness::getSelfBleu).map(Shares::rounded).orElse(null),
                    likeness.map(Likeness::getWordVendi).map(Shares::rounded).orElse(null),
                    drift);
        }
    }

    /**
     * What becomes of rare records: those of protected cases, and of the rarest domains that together have no more than a tenth of all.
     *
     * @param domains how many such domains there are
     * @param keptShare null where there are no rare records
     * @param keptShareOfOthers null where there are no others
     */
    public record Tail(
            long domains,
            long decided,
            long kept,
            @Nullable Double keptShare,
            @Nullable Double keptShareOfOthers) {}

    /**
     * How far checks agree where several could speak of one record. Since a fault ends an examination, two checks that decide differ
     * only where the later one found it.
     *
     * @param records of which at least two checks could speak
     * @param share of these on which all say the same; null where there are none
     * @param pairs those that met most often first
     */
    public record CheckAgreement(long records, @Nullable Double share, List<CheckPair> pairs) {

        public CheckAgreement {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * Two checks that spoke of the same records.
     *
     * @param kappa Cohen's, which leaves out what chance alone would make them agree on; null where it is not defined
     */
    public record CheckPair(
            String first,
            String second,
            long records,
            double share,
            @Nullable Double kappa) {}

    /**
     * What was asked of models for all records that were decided on, kept or not. Answers that were kept from an earlier call are free.
     *
     * @param unmetered calls whose endpoint reported no usage
     * @param unpriced calls for which no price is known
     * @param costMicros millionths of a US dollar of all other calls; null where there is none
     * @param tokensPerKept null where nothing was kept, or no call reported its usage
     * @param microsPerKept null where nothing was kept, or no price is known
     */
    public record Cost(
            long calls,
            long unmetered,
            long unpriced,
            long inputTokens,
            long outputTokens,
            @Nullable Long costMicros,
            @Nullable Double tokensPerKept,
            @Nullable Double microsPerKept) {}
}
