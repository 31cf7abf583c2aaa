package io.millrace.generator.recipe;

import io.millrace.schemas.MaterialPlace;
import java.util.List;

/**
 * Where the row of an item lies.
 *
 * @param row which of the page's rows, from 0
 * @param pass how many times all rows were gone through before
 */
public record RowPlace(MaterialPlace page, int row, long pass) {

    /**
     * The place of an item.
     *
     * @param pages all of the supply's, in order, with at least one row
     * @param item from 0; behind the last row comes the first again
     */
    public static RowPlace of(List<MaterialPlace> pages, long item) {
        long rows = pages.stream().mapToLong(MaterialPlace::getRows).sum();
        long row = item % rows;
        for (MaterialPlace page : pages) {
            if (row < page.getRows()) {
                return new RowPlace(page, (int) row, item / rows);
            }
            row -= page.getRows();
        }
        throw new IllegalArgumentException("pages without rows");
    }
}
