package io.millrace.deploy.recipe;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.material.RowTaker;
import io.millrace.deploy.material.Rows;
import io.millrace.schemas.MaterialPage;
import io.millrace.schemas.MaterialPlace;
import io.millrace.schemas.Seed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The material of a recipe: rows of its sources, sorted by cell and sent page by page. */
final class Stock implements Material {

    private static final int MAX_PAGE_ROWS = 200;
    private static final int MAX_PAGE_BYTES = 256 * 1024;
    private static final long MAX_ROWS = 5_000_000;
    private static final int MAX_EXAMPLES = 20;

    private final Plan plan;
    private final PageSink sink;
    private final Map<Shelfmark, List<CompletableFuture<MaterialPlace>>> pages = new HashMap<>();
    private final List<SourceCount> counts = new ArrayList<>();
    private long total;

    private Stock(Plan plan, PageSink sink) {
        this.plan = plan;
        this.sink = sink;
    }

    private record Shelfmark(String source, Mixture.Cell cell) {}

    /**
     * Reads all sources that a strategy draws on.
     *
     * @throws OperatorException if one cannot be read, or there are too many rows
     */
    static Stock of(Plan plan, Rows rows, PageSink sink) {
        var stock = new Stock(plan, sink);
        List<String> used = plan.uses().stream()
                .flatMap(use -> use.source().stream())
                .distinct()
                .toList();
        for (String source : used) {
            if (plan.sources().get(source) instanceof Origin.OfRows origin) {
                var reading = stock.new Reading(source);
                rows.read(origin.source(), reading);
                reading.end();
            }
        }
        return stock;
    }

    @Override
    public List<MaterialPlace> pages(String source, Mixture.Cell cell) {
        return pages.getOrDefault(new Shelfmark(source, cell), List.of()).stream()
                .map(CompletableFuture::join)
                .toList();
    }

    /** What each source gave. */
    List<SourceCount> counts() {
        return List.copyOf(counts);
    }

    /** One source while it is read. */
    private final class Reading implements RowTaker {

        private final String source;
        private final Map<Mixture.Cell, Page> open = new HashMap<>();
        private final List<SourceCount.BadRow> examples = new ArrayList<>();
        private long rows;
        private long unplaced;
        private long heldOut;
        private long bad;

        Reading(String source) {
            this.source = source;
        }

        @Override
        public void row(Seed seed) {
            if (plan.holdout().takes(seed)) {
                heldOut++;
                sink.hold(plan.holdout().mark(seed));
                return;
            }
            Optional<Mixture.Cell> cell = plan.mixture().cellOf(Place.of(seed));
            if (cell.isEmpty()) {
                unplaced++;
                return;
            }
            rows++;
            if (++total > MAX_ROWS) {
                throw new OperatorException("The sources hold more than %,d rows.".formatted(MAX_ROWS));
            }
            add(cell.get(), seed, Encoded.size(seed));
        }

        private void add(Mixture.Cell cell, Seed seed, int bytes) {
            Page page = open.computeIfAbsent(cell, any -> new Page());
            if (!page.rows.isEmpty() && page.bytes + bytes > MAX_PAGE_BYTES) {
                send(cell, page);
            }
            page.rows.add(seed);
            page.bytes += bytes;
            if (page.rows.size() == MAX_PAGE_ROWS) {
                send(cell, page);
            }
        }

        private void send(Mixture.Cell cell, Page page) {
            var sent = pages.computeIfAbsent(new Shelfmark(source, cell), any -> new ArrayList<>());
            String key = "%s/%s/%s/%d".formatted(plan.name(), source, cell.name(), sent.size());
            sent.add(sink.put(key, new MaterialPage(plan.name(), List.copyOf(page.rows))));
            page.rows.clear();
            page.bytes = 0;
        }

        @Override
        public void bad(Path file, int line, String reason) {
            bad++;
            if (examples.size() < MAX_EXAMPLES) {
                examples.add(new SourceCount.BadRow(file.toString(), line, reason));
            }
        }

        void end() {
            open.forEach((cell, page) -> {
                if (!page.rows.isEmpty()) {
                    send(cell, page);
                }
            });
            counts.add(new SourceCount(source, rows, unplaced, heldOut, bad, examples));
        }
    }

    /** Rows that wait for their page to be full. */
    private static final class Page {

        private final List<Seed> rows = new ArrayList<>();
        private int bytes;
    }
}
