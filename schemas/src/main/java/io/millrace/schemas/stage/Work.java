package io.millrace.schemas.stage;

import java.util.List;
import java.util.Optional;

/**
 * What a stage does with one record. It may take long and is called on many virtual threads at once. Whatever it throws sends the
 * record to the dead letters, so work that is worth another try is tried again inside.
 */
@FunctionalInterface
public interface Work<V> {

    List<Output> apply(Input<V> input) throws Exception;

    /** What the work on a record will wait for, besides processors. */
    default Optional<Lane> lane(V value) {
        return Optional.empty();
    }
}
