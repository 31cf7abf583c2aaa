package io.millrace.deploy.intake;

import io.millrace.schemas.Seed;
import io.millrace.schemas.Source;
import io.millrace.schemas.StrategyCall;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Which items of rule-based families to make seeds of. */
public record Recipe(List<Part> parts) {

    private static final String SOURCE = "millrace-families";
    private static final String LICENCE = "Apache-2.0";

    public Recipe {
        parts = List.copyOf(parts);
    }

    /**
     * Consecutive items of one level of a family.
     *
     * @param first index of the first item
     * @param capacity how many items there are
     * @param samples answers to each item
     */
    public record Part(
            String family,
            int level,
            long first,
            long count,
            long capacity,
            String strategy,
            int samples,
            String domain) {

        private Part of(long newCount) {
            return new Part(family, level, first, Math.min(newCount, capacity), capacity, strategy, samples, domain);
        }

        private Part from(long newFirst) {
            return new Part(family, level, newFirst, count, capacity, strategy, samples, domain);
        }
    }

    public long seedCount() {
        return parts.stream().mapToLong(Part::count).sum();
    }

    /** The same mixture with another number of seeds; a part that has not as many items gives all it has. */
    public Recipe scaledTo(long seeds) {
        long total = seedCount();
        long[] bounds = LongStream.concat(
                        LongStream.of(0),
                        IntStream.rangeClosed(1, parts.size()).mapToLong(end -> upTo(end) * seeds / total))
                .toArray();
        return new Recipe(IntStream.range(0, parts.size())
                .mapToObj(part -> parts.get(part).of(bounds[part + 1] - bounds[part]))
                .filter(part -> part.count() > 0)
                .toList());
    }

    /** The same mixture of other items, which follow from the key. */
    public Recipe shifted(long key) {
        return new Recipe(parts.stream()
                .map(part -> part.from(Math.floorMod(key, part.capacity() - part.count() + 1)))
                .toList());
    }

    /** All seeds, the parts taking turns. */
    public Stream<Seed> seeds(Submission submission) {
        long longest = parts.stream().mapToLong(Part::count).max().orElse(0);
        return LongStream.range(0, longest)
                .boxed()
                .flatMap(turn -> parts.stream()
                        .filter(part -> turn < part.count())
                        .map(part -> seed(part, part.first() + turn, submission)));
    }

    /** An item that is asked for twice for one dataset is the same seed; for two datasets it is two. */
    private static Seed seed(Part part, long index, Submission submission) {
        String name = "%s-%d-%d-%s".formatted(part.family(), part.level(), index, part.strategy());
        var item = Map.of(
                "family", part.family(),
                "level", Integer.toString(part.level()),
                "index", Long.toString(index));
        var strategy = new StrategyCall(part.strategy(), item);
        return submission
                .seed(submission.dataset() + "/" + name, name, part.domain(), strategy, familySource())
                .setSamples(part.samples())
                .setDifficulty(Integer.toString(part.level()))
                .build();
    }

    /** Where the items of all families come from. */
    public static Source familySource() {
        return Source.newBuilder()
                .setName(SOURCE)
                .setLicence(LICENCE)
                .setReal(false)
                .build();
    }

    private long upTo(int end) {
        return parts.stream().limit(end).mapToLong(Part::count).sum();
    }
}
