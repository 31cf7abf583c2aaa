package io.millrace.evaluator.http;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.schemas.Neighbour;

/** The kept record that is near to one. */
@Serdeable
record NearestFacts(String id, double similarity) {

    static NearestFacts of(Neighbour neighbour) {
        return new NearestFacts(neighbour.getId(), neighbour.getSimilarity());
    }
}
