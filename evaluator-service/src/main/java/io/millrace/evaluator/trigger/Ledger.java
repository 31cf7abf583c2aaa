package io.millrace.evaluator.trigger;

import java.util.ArrayList;
import java.util.List;

/**
 * What was kept of one dataset since its last version, as one gapless span per partition. Where a span ends, that of the next
 * version begins.
 *
 * @param version the version that these records will make up, from 1
 * @param spans by partition, each partition once
 */
public record Ledger(int version, long kept, List<Span> spans) {

    public Ledger {
        spans = List.copyOf(spans);
    }

    /** Part of one partition: from is inclusive, to is exclusive, and the count is of kept records of the dataset. */
    public record Span(int partition, long from, long to, long count) {

        Span with(long offset) {
            if (offset < to) {
                throw new IllegalArgumentException(
                        "offset %d of partition %d is already in the ledger".formatted(offset, partition));
            }
            return new Span(partition, from, offset + 1, count + 1);
        }
    }

    /** The ledger of a dataset of which nothing was kept yet. */
    public static Ledger empty() {
        return new Ledger(1, 0, List.of());
    }

    /** Enters the next kept record of a partition. */
    public Ledger with(int partition, long offset) {
        List<Span> entered = new ArrayList<>(spans);
        for (int i = 0; i < entered.size(); i++) {
            if (entered.get(i).partition() == partition) {
                entered.set(i, entered.get(i).with(offset));
                return new Ledger(version, kept + 1, entered);
            }
        }
        entered.add(new Span(partition, offset, offset + 1, 1));
        return new Ledger(version, kept + 1, entered);
    }

    /** Without the partitions of which nothing was kept. */
    public Ledger grown() {
        return new Ledger(
                version, kept, spans.stream().filter(span -> span.count() > 0).toList());
    }

    /** The ledger of the next version, which begins where this one ends. */
    public Ledger next() {
        return new Ledger(
                version + 1,
                0,
                spans.stream()
                        .map(span -> new Span(span.partition(), span.to(), span.to(), 0))
                        .toList());
    }
}
