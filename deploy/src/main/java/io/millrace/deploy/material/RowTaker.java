package io.millrace.deploy.material;

import io.millrace.schemas.Seed;
import java.nio.file.Path;

/** Takes what a source gives, row by row. */
public interface RowTaker {

    /** A row, which still lacks a strategy. */
    void row(Seed seed);

    /**
     * Something that was left out.
     *
     * @param line counts from 1
     */
    void bad(Path file, int line, String reason);
}
