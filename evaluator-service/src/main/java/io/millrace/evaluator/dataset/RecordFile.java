package io.millrace.evaluator.dataset;

import io.millrace.schemas.Evaluated;
import java.io.Closeable;
import java.io.IOException;

/** A data file in the making, complete once closed. */
interface RecordFile extends Closeable {

    void write(Evaluated evaluated) throws IOException;

    /** Lines or rows in the file; final once it is closed. */
    long records();
}
