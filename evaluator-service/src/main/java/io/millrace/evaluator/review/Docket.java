package io.millrace.evaluator.review;

import io.millrace.schemas.ReviewRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Everything that people were asked about, the longest ago first. */
public record Docket(List<Item> items) {

    private static final Comparator<Item> LONGEST_AGO = Comparator.<Item, Instant>comparing(
                    item -> item.request().getAskedAt())
            .thenComparing(item -> item.request().getRecord());

    public Docket {
        items = items.stream().sorted(LONGEST_AGO).toList();
    }

    /** One record, and what was said of it. */
    public record Item(ReviewRequest request, Opinions opinions) {

        public boolean open() {
            return opinions.settling(request.getReviewers()).isEmpty();
        }
    }

    public Optional<Item> find(String candidateId) {
        return items.stream()
                .filter(item -> item.request().getRecord().equals(candidateId))
                .findFirst();
    }

    public long open() {
        return items.stream().filter(Item::open).count();
    }

    /**
     * The next that somebody can say something of.
     *
     * @param after the one that was looked at before; what comes before it is not given
     * @param free whether nobody else looks at a record
     */
    public Optional<Item> next(String reviewer, Optional<Item> after, Predicate<String> free) {
        return items.stream()
                .filter(item -> after.isEmpty() || LONGEST_AGO.compare(item, after.get()) > 0)
                .filter(item -> item.open() && !item.opinions().include(reviewer))
                .filter(item -> free.test(item.request().getRecord()))
                .findFirst();
    }

    public Statistics statistics() {
        return Statistics.of(items.stream()
                .map(item -> new Statistics.Item(
                        item.opinions(),
                        item.request().getReviewers(),
                        item.request().getReason().equals(Sampling.SAMPLED)))
                .toList());
    }
}
