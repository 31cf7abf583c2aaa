package io.millrace.evaluator.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;

/** Tells the world that a new version of a dataset is there: a CloudEvent (1.0, structured JSON) whose data is the manifest. */
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
    public static RetrainingEvent of(Manifest manifest) {
        String directory =
                DatasetWriter.directory(manifest.dataset(), manifest.version()).toString();
        return new RetrainingEvent(
                "1.0",
                directory,
                "/millrace/evaluator",
                "io.millrace.dataset.version.created",
                manifest.dataset(),
                manifest.cutAt(),
                "application/json",
                new Data(directory, manifest));
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
     */
    public record Data(String directory, Manifest manifest) {}
}
