package io.millrace.evaluator.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Figures;
import io.millrace.schemas.Hash;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells the world that a new version of a dataset is there: a CloudEvent (1.0, structured JSON). */
public record RetrainingEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        String time,
        String datacontenttype,
        Data data) {

    /** The same version gives the same event, so that a consumer may drop repetitions by id. */
    public static RetrainingEvent of(Manifest manifest, DatasetCut cut) {
        String directory =
                DatasetWriter.directory(manifest.dataset(), manifest.version()).toString();
        return new RetrainingEvent(
                "1.0",
                id(manifest.dataset(), manifest.version()),
                "/millrace/evaluator",
                "io.millrace.dataset.version.created",
                manifest.dataset(),
                manifest.cutAt(),
                "application/json",
                new Data(
                        directory,
                        manifest.version() == 1 ? null : id(manifest.dataset(), manifest.version() - 1),
                        cut.getFired().stream().map(Fired::of).toList(),
                        Optional.ofNullable(cut.getFigures()).map(Quality::of).orElse(null),
                        manifest));
    }

    /** The id of the event that announces a version. */
    static String id(String dataset, int version) {
        return Hash.of("retraining", dataset, Integer.toString(version));
    }

    public String toJson() {
        try {
            return Json.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The version.
     *
     * @param directory where its files are, relative to the root of all datasets
     * @param previous the id of the event before it; null for the first version
     * @param fired every condition that made the version due
     * @param quality null where nothing was noted of the records
     */
    public record Data(
            String directory,
            @Nullable String previous,
            List<Fired> fired,
            @Nullable Quality quality,
            Manifest manifest) {}

    /** A condition of a policy that held. */
    public record Fired(String policy, String condition, double value, double threshold) {

        static Fired of(io.millrace.schemas.Firing firing) {
            return new Fired(firing.getPolicy(), firing.getCondition(), firing.getValue(), firing.getThreshold());
        }
    }

    /**
     * What is known of the records as a whole.
     *
     * @param judged records that were kept or not; only those that were kept where no policy asks for the others
     * @param contaminated kept records that share text with a benchmark
     * @param distinct4 the distinct share of word 4-grams in the last full window; absent before it, as are the next two
     * @param selfBleu the mean BLEU-4 of each of 500 kept records against the others
     * @param wordVendi the Vendi score of order 2 of 500 kept records, over hashed words
     * @param drift Population Stability Indices against the first version, by dimension
     * @param records kept records by dimension and label
     * @param before the same of the first version; empty in that itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Quality(
            long judged,
            long contaminated,
            @Nullable Double distinct4,
            @Nullable Double selfBleu,
            @Nullable Double wordVendi,
            Map<String, Double> drift,
            Map<String, Map<String, Long>> records,
            Map<String, Map<String, Long>> before) {

        static Quality of(Figures figures) {
            var windows = DatasetQuality.Windows.of(figures);
            return new Quality(
                    figures.getJudged(),
                    figures.getContaminated(),
                    windows.distinct4(),
                    windows.selfBleu(),
                    windows.wordVendi(),
                    windows.drift(),
                    sorted(figures.getCurrent()),
                    sorted(figures.getReference()));
        }

        private static Map<String, Map<String, Long>> sorted(Map<String, Map<String, Long>> counts) {
            var sorted = new TreeMap<String, Map<String, Long>>();
            counts.forEach((dimension, labels) -> sorted.put(dimension, new TreeMap<>(labels)));
            return sorted;
        }
    }
}
