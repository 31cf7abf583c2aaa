package io.millrace.evaluator.dataset;

import io.millrace.schemas.Evaluated;
import io.millrace.schemas.OffsetRange;
import java.util.stream.Stream;

/** Where the records of a version are read from, in the order of their offsets. */
public interface RecordSource {

    /** Everything evaluated in the range, kept or not, of whatever dataset; to be closed after use. */
    Stream<Evaluated> read(OffsetRange range);
}
