package io.millrace.evaluator.monitor;

import io.millrace.evaluator.stream.NotRunningException;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Evaluated;
import java.util.Optional;

/** Finds the one record that tells a candidate's whole path. */
public interface LineageSource {

    /** A record and where it lies. */
    record Located(Evaluated evaluated, Coordinates place) {}

    /**
     * What became of a candidate, if it is known.
     *
     * @throws NotRunningException if that cannot be told yet
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer in time
     */
    Optional<Located> find(String candidateId) throws NotRunningException;
}
