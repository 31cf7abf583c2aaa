package io.millrace.evaluator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.schemas.Selection;
import org.jspecify.annotations.Nullable;

/** How one of several answers was chosen. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record SelectionFacts(String by, int answers, @Nullable Integer agreeing) {

    static SelectionFacts of(Selection selection) {
        return new SelectionFacts(selection.getBy(), selection.getAnswers(), selection.getAgreeing());
    }
}
