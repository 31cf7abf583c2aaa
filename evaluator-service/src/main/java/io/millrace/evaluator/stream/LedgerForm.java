package io.millrace.evaluator.stream;

import static java.util.stream.Collectors.toMap;

import io.millrace.evaluator.diversity.Likeness;
import io.millrace.evaluator.diversity.Variety;
import io.millrace.evaluator.diversity.Wording;
import io.millrace.evaluator.trigger.Dimension;
import io.millrace.evaluator.trigger.Distribution;
import io.millrace.evaluator.trigger.Entry;
import io.millrace.evaluator.trigger.Firing;
import io.millrace.evaluator.trigger.Ledger;
import io.millrace.evaluator.trigger.Standing;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Figures;
import io.millrace.schemas.LedgerEntry;
import io.millrace.schemas.OffsetRange;
import io.millrace.schemas.Topic;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How ledgers, and what policies decide by, are written as records. A ledger has the form of the cut that it will become. */
public final class LedgerForm {

    private LedgerForm() {}

    public static DatasetCut cut(String dataset, Ledger ledger, Standing standing, List<Firing> fired, Instant at) {
        return DatasetCut.newBuilder()
                .setDataset(dataset)
                .setVersion(ledger.version())
                .setKept(ledger.kept())
                .setRanges(ledger.spans().stream().map(LedgerForm::range).toList())
                .setCutAt(at)
                .setFigures(figures(standing, !fired.isEmpty()))
                .setFired(fired.stream().map(LedgerForm::firing).toList())
                .build();
    }

    /** A withdrawal on its way to the ledger of its dataset, into which it enters nothing. */
    static LedgerEntry withdrawal(Coordinates place) {
        return LedgerEntry.newBuilder()
                .setTopic(place.getTopic())
                .setPartition(place.getPartition())
                .setOffset(place.getOffset())
                .setKept(false)
                .build();
    }

    public static Ledger ledger(@Nullable DatasetCut cut) {
        return cut == null
                ? Ledger.empty()
                : new Ledger(
                        cut.getVersion(),
                        cut.getKept(),
                        cut.getRanges().stream().map(LedgerForm::span).toList());
    }

    public static Standing standing(@Nullable DatasetCut cut) {
        if (cut == null) {
            return Standing.of(0);
        }
        @Nullable Figures figures = cut.getFigures();
        return figures == null ? Standing.of(cut.getKept()) : standing(cut.getKept(), figures);
    }

    static Entry entry(LedgerEntry entry, Instant now) {
        return new Entry(
                entry.getKept(),
                entry.getContaminated(),
                Objects.requireNonNullElse(entry.getDecidedAt(), now),
                byDimension(entry.getLabels()),
                Wording.read(entry.getWords()));
    }

    private static Standing standing(long kept, Figures figures) {
        return new Standing(
                kept,
                figures.getJudged(),
                figures.getContaminated(),
                Optional.ofNullable(figures.getOldest()),
                Optional.ofNullable(figures.getLastCutAt()),
                optional(figures.getKeptShareBefore()),
                distributions(figures.getCurrent()),
                distributions(figures.getReference()),
                variety(figures.getVariety()),
                likeness(figures.getLikeness()),
                Set.copyOf(figures.getLatched()));
    }

    /** @param due whether it is of a version; drift is not known before */
    private static Figures figures(Standing standing, boolean due) {
        return Figures.newBuilder()
                .setJudged(standing.judged())
                .setContaminated(standing.contaminated())
                .setOldest(standing.oldest().orElse(null))
                .setLastCutAt(standing.lastCutAt().orElse(null))
                .setKeptShareBefore(nullable(standing.keptShareBefore()))
                .setCurrent(counts(standing.current()))
                .setReference(counts(standing.reference()))
                .setVariety(variety(standing.variety()))
                .setLikeness(likeness(standing.likeness()))
                .setDrift(due ? drift(standing) : Map.of())
                .setLatched(standing.latched().stream().sorted().toList())
                .build();
    }

    private static Map<String, Double> drift(Standing standing) {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> standing.drift(dimension).isPresent())
                .collect(toMap(
                        Dimension::label, dimension -> standing.drift(dimension).getAsDouble()));
    }

    private static @Nullable Double nullable(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static io.millrace.schemas.@Nullable Variety variety(Variety variety) {
        return variety.equals(Variety.none())
                ? null
                : new io.millrace.schemas.Variety(
                        ByteBuffer.wrap(variety.seen().toByteArray()), variety.filled(), nullable(variety.distinct()));
    }

    private static Variety variety(io.millrace.schemas.@Nullable Variety variety) {
        return variety == null
                ? Variety.none()
                : new Variety(BitSet.valueOf(variety.getSeen()), variety.getFilled(), optional(variety.getDistinct()));
    }

    private static io.millrace.schemas.Likeness likeness(Likeness likeness) {
        return new io.millrace.schemas.Likeness(
                likeness.place(), nullable(likeness.selfBleu()), nullable(likeness.wordVendi()));
    }

    private static Likeness likeness(io.millrace.schemas.@Nullable Likeness likeness) {
        return likeness == null
                ? Likeness.none()
                : new Likeness(
                        likeness.getPlace(), optional(likeness.getSelfBleu()), optional(likeness.getWordVendi()));
    }

    private static Map<String, Map<String, Long>> counts(Map<Dimension, Distribution> distributions) {
        return distributions.entrySet().stream()
                .collect(toMap(
                        entry -> entry.getKey().label(),
                        entry -> entry.getValue().counts()));
    }

    private static Map<Dimension, Distribution> distributions(Map<String, Map<String, Long>> counts) {
        return byDimension(counts).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> new Distribution(new TreeMap<>(entry.getValue()))));
    }

    /** Without dimensions that are not known here. */
    private static <V> Map<Dimension, V> byDimension(Map<String, V> byLabel) {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> byLabel.containsKey(dimension.label()))
                .collect(toMap(
                        dimension -> dimension, dimension -> Objects.requireNonNull(byLabel.get(dimension.label()))));
    }

    private static io.millrace.schemas.Firing firing(Firing firing) {
        return new io.millrace.schemas.Firing(firing.policy(), firing.condition(), firing.value(), firing.threshold());
    }

    private static Ledger.Span span(OffsetRange range) {
        return new Ledger.Span(range.getPartition(), range.getFrom(), range.getTo(), range.getCount());
    }

    private static OffsetRange range(Ledger.Span span) {
        return new OffsetRange(Topic.EVALUATED.name(), span.partition(), span.from(), span.to(), span.count());
    }
}
