package io.millrace.evaluator.monitor;

import io.millrace.evaluator.stream.NotRunningException;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Withdrawal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the one record that tells a candidate's whole path. */
public interface LineageSource {

    /**
     * A record and where it lies.
     *
     * @param withdrawal null unless it was withdrawn
     */
    record Located(
            Evaluated evaluated,
            Coordinates place,
            @Nullable Withdrawal withdrawal) {}

    /**
     * What became of a candidate, if it is known.
     *
     * @throws NotRunningException if that cannot be told yet
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer in time
     */
    Optional<Located> find(String candidateId) throws NotRunningException;
}
