package io.millrace.evaluator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.schemas.Drop;
import org.jspecify.annotations.Nullable;

/** The rule by which an accepted record was dropped, and what it collided with. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record DropFacts(
        String rule,
        double value,
        double threshold,
        @Nullable String record) {

    static DropFacts of(Drop drop) {
        return new DropFacts(drop.getRule(), drop.getValue(), drop.getThreshold(), drop.getRecord());
    }
}
