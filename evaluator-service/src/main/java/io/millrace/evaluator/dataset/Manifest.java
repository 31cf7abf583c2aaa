package io.millrace.evaluator.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.OffsetRange;
import io.millrace.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a dataset is made of, kept beside its files.
 *
 * @param cutAt when the version was decided on, in ISO 8601
 * @param decisions on all records of the dataset in the same ranges
 * @param quality null where an earlier program wrote it
 * @param changes null where there is no version to compare this one with
 * @param producers the programs that had a hand in the records
 */
public record Manifest(
        int formatVersion,
        String dataset,
        int version,
        long records,
        String cutAt,
        Origin origin,
        Counts counts,
        Ingredients ingredients,
        Decisions decisions,
        @Nullable DatasetQuality quality,
        @Nullable Changes changes,
        Withdrawals withdrawals,
        List<Writer> producers,
        List<DataFile> files) {

    public static final String FILE_NAME = "manifest.json";
    static final int CURRENT_FORMAT = 2;

    public Manifest {
        producers = List.copyOf(producers);
        files = List.copyOf(files);
    }

    /** Reads the manifest of a version's directory. */
    public static Manifest read(Path directory) throws IOException {
        return Json.MAPPER.readValue(Files.readAllBytes(directory.resolve(FILE_NAME)), Manifest.class);
    }

    /** Nothing where a program of another age wrote it. */
    static Optional<Manifest> parse(byte[] json) throws IOException {
        JsonNode tree = Json.MAPPER.readTree(json);
        return tree.path("formatVersion").asInt() == CURRENT_FORMAT
                ? Optional.of(Json.MAPPER.treeToValue(tree, Manifest.class))
                : Optional.empty();
    }

    /** The same with what it changes. */
    Manifest comparedWith(Versions.Written before) {
        return new Manifest(
                formatVersion,
                dataset,
                version,
                records,
                cutAt,
                origin,
                counts,
                ingredients,
                decisions,
                quality,
                Changes.between(before, this),
                withdrawals,
                producers,
                files);
    }

    /** What another version may have been made or checked with, and this one not. */
    Stream<Ingredient> named() {
        return Stream.concat(
                Stream.concat(ingredients.named(), decisions.checks().stream().map(Decisions.Check::named)),
                producers.stream().map(Writer::named));
    }

    /** The names of files that are missing from the directory, or differ from what is written here. */
    public List<String> mismatches(Path directory) throws IOException {
        List<String> names = new ArrayList<>();
        for (DataFile file : files) {
            if (!file.presentIn(directory)) {
                names.add(file.name());
            }
        }
        return names;
    }

    String toJson() throws IOException {
        return Json.INDENTED.writeValueAsString(this) + "\n";
    }

    /**
     * The exact records: all that were kept for the dataset in these ranges.
     *
     * @param schemaId the id of the schema under {@code subject} that the records were read with
     */
    public record Origin(String topic, String subject, int schemaId, List<Range> ranges) {

        public Origin {
            ranges = List.copyOf(ranges);
        }

        boolean includes(Coordinates place) {
            return place.getTopic().equals(topic) && ranges.stream().anyMatch(range -> range.includes(place));
        }

        static Origin of(List<OffsetRange> ranges, int schemaId) {
            String topic = Topic.EVALUATED.name();
            return new Origin(
                    topic,
                    topic + "-value",
                    schemaId,
                    ranges.stream().map(Range::of).toList());
        }
    }

    /** Part of one partition, from inclusive to exclusive; transaction markers use offsets too, so the count is not the width. */
    public record Range(int partition, long from, long to, long count) {

        /** Whether a place in the same topic is in it. */
        public boolean includes(Coordinates place) {
            return partition == place.getPartition() && from <= place.getOffset() && place.getOffset() < to;
        }

        static Range of(OffsetRange range) {
            return new Range(range.getPartition(), range.getFrom(), range.getTo(), range.getCount());
        }
    }

    /**
     * Records by what they have in common.
     *
     * @param model the one that gave the answer, or "none"
     * @param source "real" or "synthetic"
     * @param protectedCases rare ones that were not to be dropped for being unusual
     */
    public record Counts(
            SortedMap<String, Long> split,
            SortedMap<String, Long> domain,
            SortedMap<String, Long> difficulty,
            SortedMap<String, Long> language,
            SortedMap<String, Long> task,
            SortedMap<String, Long> strategy,
            SortedMap<String, Long> model,
            SortedMap<String, Long> licence,
            SortedMap<String, Long> source,
            SortedMap<Integer, Long> generationDepth,
            long protectedCases) {}

    /** A program that had a hand in the records. */
    public record Writer(String service, String version, String gitCommit) {

        Ingredient named() {
            return new Ingredient("program", service + " " + version + " " + gitCommit);
        }
    }
}
