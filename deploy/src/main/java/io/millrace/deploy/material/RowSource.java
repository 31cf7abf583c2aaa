package io.millrace.deploy.material;

import java.nio.file.Path;

/** Where rows come from. */
public sealed interface RowSource {

    /** A file of rows; its ending tells its format. */
    record InFile(Path file, RowForm form) implements RowSource {}

    /** A directory of documents. */
    record InDirectory(Path directory, RowForm form) implements RowSource {}

    /** What a dataset of the running factory kept. */
    record InDataset(String dataset, boolean protectedCases) implements RowSource {}
}
