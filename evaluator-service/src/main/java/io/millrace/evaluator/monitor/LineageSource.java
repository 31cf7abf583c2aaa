package io.millrace.evaluator.monitor;

import io.millrace.evaluator.monitor.ResultLedger.Version;
import io.millrace.evaluator.stream.NotRunningException;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Review;
import io.millrace.schemas.SeedGroups;
import io.millrace.schemas.Withdrawal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the one record that tells a candidate's whole path. */
public interface LineageSource {

    /**
     * A record and where it lies.
     *
     * @param withdrawal null unless it was withdrawn
     * @param reviews what people said of it, where they decided on it
     * @param groups the comparison of its seed's candidates; null where there is none
     * @param version the version of its dataset that it went into; null before that was announced
     */
    record Located(
            Evaluated evaluated,
            Coordinates place,
            @Nullable Withdrawal withdrawal,
            List<Review> reviews,
            @Nullable SeedGroups groups,
            @Nullable Version version) {

        public Located {
            reviews = List.copyOf(reviews);
        }
    }

    /**
     * What became of a candidate, if it is known.
     *
     * @throws NotRunningException if that cannot be told yet
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer in time
     */
    Optional<Located> find(String candidateId) throws NotRunningException;
}
