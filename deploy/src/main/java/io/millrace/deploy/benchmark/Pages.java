package io.millrace.deploy.benchmark;

import io.millrace.schemas.BenchmarkItem;
import io.millrace.schemas.BenchmarkPage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Cuts a benchmark into pages, each of which fits into one record. */
final class Pages {

    private static final int MAX_ITEMS = 1_000;

    /** Together with one more item of the size of a line, it is still within what a topic takes. */
    private static final int MAX_BYTES = 512 * 1024;

    private Pages() {}

    static List<BenchmarkPage> of(String benchmark, String version, List<BenchmarkItem> items, Instant at) {
        List<List<BenchmarkItem>> cut = cut(items);
        List<BenchmarkPage> pages = new ArrayList<>();
        for (List<BenchmarkItem> some : cut) {
            pages.add(new BenchmarkPage(benchmark, version, pages.size(), cut.size(), some, at));
        }
        return pages;
    }

    private static List<List<BenchmarkItem>> cut(List<BenchmarkItem> items) {
        List<List<BenchmarkItem>> pages = new ArrayList<>();
        int room = 0;
        for (BenchmarkItem item : items) {
            if (room <= 0 || pages.getLast().size() == MAX_ITEMS) {
                pages.add(new ArrayList<>());
                room = MAX_BYTES;
            }
            pages.getLast().add(item);
            room -= bytes(item);
        }
        return pages;
    }

    private static int bytes(BenchmarkItem item) {
        return item.getTexts().stream()
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
