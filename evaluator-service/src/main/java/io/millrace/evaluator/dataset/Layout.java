package io.millrace.evaluator.dataset;

import io.millrace.schemas.Evaluated;
import org.jspecify.annotations.Nullable;

/** What a line of JSON says; asked of each record in turn, so that a line may speak of records before it. */
interface Layout {

    /** The next line, or null where this record leads to none. */
    @Nullable
    Object line(Evaluated evaluated);
}
