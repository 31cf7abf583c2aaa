package io.millrace.evaluator.trigger;

import io.millrace.evaluator.diversity.Likeness;
import io.millrace.evaluator.diversity.Variety;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * What policies decide by: what came to a dataset since its last version and, for comparison, before.
 *
 * @param judged records that were kept or not; only those that were kept where no policy asks for the others
 * @param contaminated kept records that share text with a benchmark
 * @param oldest when the first of the kept records was decided on
 * @param keptShareBefore the kept share of what was judged for the version before
 * @param current kept records by label
 * @param reference the same of the first version, with which all later ones are compared
 * @param latched conditions that fired and have not fallen back since
 */
public record Standing(
        long kept,
        long judged,
        long contaminated,
        Optional<Instant> oldest,
        Optional<Instant> lastCutAt,
        OptionalDouble keptShareBefore,
        Map<Dimension, Distribution> current,
        Map<Dimension, Distribution> reference,
        Variety variety,
        Likeness likeness,
        Set<String> latched) {

    public Standing {
        current = Map.copyOf(current);
        reference = Map.copyOf(reference);
        latched = Set.copyOf(latched);
    }

    /** Of a dataset of which as much was kept, and nothing else is known. */
    public static Standing of(long kept) {
        return new Standing(
                kept,
                kept,
                0,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                Map.of(),
                Map.of(),
                Variety.none(),
                Likeness.none(),
                Set.of());
    }

    public Standing with(Entry entry) {
        return new Standing(
                kept + (entry.kept() ? 1 : 0),
                judged + 1,
                contaminated + (entry.kept() && entry.contaminated() ? 1 : 0),
                oldest.isPresent() || !entry.kept() ? oldest : Optional.of(entry.decidedAt()),
                lastCutAt,
                keptShareBefore,
                entry.kept() ? counted(entry.labels()) : current,
                reference,
                entry.kept() ? variety.with(entry.wording()) : variety,
                likeness,
                latched);
    }

    /** What is left once a version was cut. */
    public Standing next(Instant cutAt) {
        return new Standing(
                0,
                0,
                0,
                Optional.empty(),
                Optional.of(cutAt),
                keptShare().isPresent() ? keptShare() : keptShareBefore,
                Map.of(),
                reference.isEmpty() ? current : reference,
                variety,
                likeness,
                latched);
    }

    public Standing with(Likeness other) {
        return new Standing(
                kept,
                judged,
                contaminated,
                oldest,
                lastCutAt,
                keptShareBefore,
                current,
                reference,
                variety,
                other,
                latched);
    }

    Standing latching(Collection<String> conditions) {
        return new Standing(
                kept,
                judged,
                contaminated,
                oldest,
                lastCutAt,
                keptShareBefore,
                current,
                reference,
                variety,
                likeness,
                new TreeSet<>(conditions));
    }

    /** Nothing where nothing was judged. */
    public OptionalDouble keptShare() {
        return judged == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) kept / judged);
    }

    /** The Population Stability Index of what is there against the first version; nothing where one of the two is empty. */
    public OptionalDouble drift(Dimension dimension) {
        return drift(dimension, Optional.ofNullable(reference.get(dimension)));
    }

    OptionalDouble drift(Dimension dimension, Optional<Distribution> from) {
        Distribution now = current.getOrDefault(dimension, Distribution.EMPTY);
        return from.filter(reference -> reference.size() > 0 && now.size() > 0)
                .map(reference -> OptionalDouble.of(now.indexAgainst(reference)))
                .orElse(OptionalDouble.empty());
    }

    private Map<Dimension, Distribution> counted(Map<Dimension, String> labels) {
        var counted = new EnumMap<Dimension, Distribution>(Dimension.class);
        counted.putAll(current);
        labels.forEach((dimension, label) ->
                counted.merge(dimension, Distribution.EMPTY.with(label), (known, first) -> known.with(label)));
        return counted;
    }
}
