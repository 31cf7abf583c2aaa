package io.millrace.deploy.recipe;

import java.util.List;

/**
 * What a source gave.
 *
 * @param rows that fit a cell
 * @param unplaced rows that fit no cell
 * @param heldOut rows that are held out for testing
 * @param bad rows that were left out
 * @param examples the first of these
 */
public record SourceCount(String source, long rows, long unplaced, long heldOut, long bad, List<BadRow> examples) {

    public SourceCount {
        examples = List.copyOf(examples);
    }

    /**
     * Something that was left out.
     *
     * @param line counts from 1
     */
    public record BadRow(String file, int line, String reason) {}
}
