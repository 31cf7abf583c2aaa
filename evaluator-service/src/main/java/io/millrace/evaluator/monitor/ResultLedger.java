package io.millrace.evaluator.monitor;

import io.millrace.evaluator.dataset.Manifest;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.TrainingResult;
import java.util.List;
import java.util.SortedMap;

/** What trainers reported, and the versions that were announced to them. */
public interface ResultLedger {

    /**
     * A version as it was announced.
     *
     * @param event the id of its event
     * @param directory where its files and its manifest are, relative to the root of all datasets
     * @param ranges of topic {@code evaluated}; it has all that was kept for the dataset in them
     * @param domains how many records of each domain it has, and how many the version before it had
     */
    record Version(
            String dataset,
            int number,
            String event,
            String directory,
            long records,
            String cutAt,
            List<Manifest.Range> ranges,
            SortedMap<String, Counts> domains) {

        /** Whether it has what was kept for its dataset at a place in topic {@code evaluated}. */
        boolean has(Coordinates place) {
            return ranges.stream().anyMatch(range -> range.includes(place));
        }
    }

    /** Records of one kind that a version has, and that the one before it had. */
    record Counts(long added, long before) {}

    /**
     * All sound reports on a dataset, each once, by everything that has been committed by now.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer in time
     */
    List<TrainingResult> results(String dataset);

    /**
     * All versions of a dataset that were announced.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer in time
     */
    List<Version> versions(String dataset);

    /**
     * Writes a report down; it is there at the next look.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not confirm it in time
     */
    void add(TrainingResult result);
}
