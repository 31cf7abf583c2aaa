package io.millrace.evaluator.dataset;

import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.OffsetRange;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * Turns cuts into versions of datasets under one root directory. A version appears whole or not at all, and the same cut gives the same
 * bytes, so writing it again after a crash changes nothing. Safe for use by several threads.
 */
public final class DatasetWriter {

    private static final Comparator<OffsetRange> BY_PLACE =
            Comparator.comparingInt(OffsetRange::getPartition).thenComparingLong(OffsetRange::getFrom);

    private final Path root;
    private final RecordSource source;
    private final IntSupplier schemaId;

    /**
     * Removes what killed writers left in the root directory, which need not exist yet.
     *
     * @param schemaId the id under which the registry knows the schema that the source reads with; asked for with each version
     */
    public DatasetWriter(Path root, RecordSource source, IntSupplier schemaId) throws IOException {
        this.root = root;
        this.source = source;
        this.schemaId = schemaId;
        if (Files.exists(root)) {
            sweep();
        }
    }

    private void sweep() throws IOException {
        try (DirectoryStream<Path> datasets = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path dataset : datasets) {
                Staging.sweep(dataset);
            }
        }
    }

    /** The directory of one version, relative to the root. */
    public static Path directory(String dataset, int version) {
        return Path.of(new DatasetName(dataset).value(), versionName(version));
    }

    /**
     * Writes the version that the cut describes, unless it is there already.
     *
     * @throws IllegalArgumentException if the cut cannot be a version: its name or number is none, or its counts are not what the ranges hold
     * @throws VersionConflictException if other content is there under the same number
     */
    public Manifest write(DatasetCut cut) throws IOException {
        Path target = root.resolve(directory(cut.getDataset(), cut.getVersion()));
        try (Staging staging = Staging.in(root.resolve(cut.getDataset()))) {
            Manifest manifest = fill(staging.content(), cut);
            manifest.write(staging.content());
            if (Files.exists(target)) {
                requireSame(staging.content(), target);
            } else {
                staging.publishAs(versionName(cut.getVersion()));
                Staging.sync(root);
            }
            return manifest;
        }
    }

    private Manifest fill(Path directory, DatasetCut cut) throws IOException {
        List<OffsetRange> ranges = cut.getRanges().stream().sorted(BY_PLACE).toList();
        var tally = new Tally();
        try (var chat = new SplitFiles(directory, ExportFormat.CHAT);
                var parquet = new SplitFiles(directory, ExportFormat.PARQUET)) {
            for (OffsetRange range : ranges) {
                copy(range, cut.getDataset(), tally, chat, parquet);
            }
            requireCount(cut.getKept(), tally.records(), "version");
            List<DataFile> files = new ArrayList<>(chat.finish());
            files.addAll(parquet.finish());
            return manifest(cut, ranges, tally, files);
        }
    }

    private void copy(OffsetRange range, String dataset, Tally tally, SplitFiles chat, SplitFiles parquet)
            throws IOException {
        long before = tally.records();
        try (Stream<Evaluated> records = source.read(range)) {
            for (Iterator<Evaluated> each = records.iterator(); each.hasNext(); ) {
                Evaluated evaluated = each.next();
                if (keptFor(dataset, evaluated)) {
                    tally.add(evaluated);
                    chat.write(evaluated);
                    parquet.write(evaluated);
                }
            }
        }
        requireCount(range.getCount(), tally.records() - before, "range");
    }

    private static boolean keptFor(String dataset, Evaluated evaluated) {
        return evaluated.getDecision() == Decision.KEEP
                && evaluated.getVerified().getCandidate().getSeed().getDataset().equals(dataset);
    }

    private static void requireCount(long expected, long found, String where) {
        if (expected != found) {
            throw new IllegalArgumentException(
                    "The cut counts %d kept records in a %s that holds %d".formatted(expected, where, found));
        }
    }

    private Manifest manifest(DatasetCut cut, List<OffsetRange> ranges, Tally tally, List<DataFile> files) {
        return new Manifest(
                Manifest.CURRENT_FORMAT,
                cut.getDataset(),
                cut.getVersion(),
                tally.records(),
                cut.getCutAt().toString(),
                Manifest.Origin.of(ranges, schemaId.getAsInt()),
                tally.counts(),
                tally.producers(),
                files);
    }

    private static void requireSame(Path written, Path target) throws IOException {
        long difference = Files.mismatch(written.resolve(Manifest.FILE_NAME), target.resolve(Manifest.FILE_NAME));
        if (difference >= 0) {
            throw new VersionConflictException(
                    "Other content is there already as " + target.getFileName() + " of the dataset");
        }
    }

    private static String versionName(int version) {
        if (version < 1) {
            throw new IllegalArgumentException("Versions count up from 1");
        }
        return String.format(Locale.ROOT, "v%05d", version);
    }
}
