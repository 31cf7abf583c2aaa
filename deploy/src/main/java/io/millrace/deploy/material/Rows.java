package io.millrace.deploy.material;

import io.millrace.deploy.intake.Submission;
import io.millrace.deploy.stream.Connection;
import java.util.function.Supplier;

/** Reads the rows of any source. */
public final class Rows {

    private final Submission submission;
    private final Supplier<Connection> factory;

    /**
     * A reader.
     *
     * @param submission in every row
     * @param factory is asked for only where a source is one of its datasets
     */
    public Rows(Submission submission, Supplier<Connection> factory) {
        this.submission = submission;
        this.factory = factory;
    }

    /** Reads a source from its beginning to its end. */
    public void read(RowSource source, RowTaker taker) {
        switch (source) {
            case RowSource.InFile in -> FileRows.read(in.file(), in.form(), submission, taker);
            case RowSource.InDirectory in -> DocumentRows.read(in.directory(), in.form(), submission, taker);
            case RowSource.InDataset in -> DatasetRows.read(factory.get(), in, submission, taker);
        }
    }
}
