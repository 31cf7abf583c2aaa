package io.millrace.deploy.run;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.Extent;
import io.millrace.deploy.stream.Shelf;
import io.millrace.deploy.stream.Stretch;
import io.millrace.deploy.withdrawal.Withdrawals;
import io.millrace.evaluator.dataset.Choice;
import io.millrace.evaluator.dataset.DataFile;
import io.millrace.evaluator.dataset.DatasetExport;
import io.millrace.evaluator.dataset.DatasetName;
import io.millrace.evaluator.dataset.ExportFormat;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.OffsetRange;
import io.millrace.schemas.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Writes datasets as they are on topic {@code evaluated}, or parts of them, without what is withdrawn by now. As long as nothing more
 * is withdrawn, the same part gives the same bytes again.
 */
public final class Export {

    private final Connection connection;

    public Export(Connection connection) {
        this.connection = connection;
    }

    /**
     * Writes what was kept for a dataset in a part of the topic.
     *
     * @throws OperatorException if the name is none, or the directory cannot be written
     */
    public List<DataFile> write(String dataset, ExportFormat format, Choice choice, Path directory, Extent extent) {
        connection.ensure(List.of(Topic.EVALUATED));
        return write(dataset, format, choice, directory, stretches(extent));
    }

    /**
     * Writes what was kept for some versions of a dataset.
     *
     * @throws OperatorException if the name is none, a version is not there or its records are not, or the directory cannot be written
     */
    public List<DataFile> write(
            String dataset, ExportFormat format, Choice choice, Path directory, VersionSpan versions) {
        connection.ensure(List.of(Topic.CUTS, Topic.EVALUATED));
        List<Stretch> ranges = ranges(dataset, versions);
        List<Stretch> there = stretches(new Extent(ranges, null, null));
        if (!new HashSet<>(there).containsAll(ranges)) {
            throw new OperatorException("Topic evaluated no longer holds all records of these versions.");
        }
        return write(dataset, format, choice, directory, there);
    }

    private List<DataFile> write(
            String dataset, ExportFormat format, Choice choice, Path directory, List<Stretch> part) {
        Set<String> withdrawn = new Withdrawals(connection).from(dataset);
        try {
            return new DatasetExport(new DatasetName(dataset).value(), format, choice)
                    .write(() -> without(withdrawn, part), directory);
        } catch (IllegalArgumentException e) {
            throw new OperatorException(e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new OperatorException("Cannot write to %s: %s.".formatted(directory, e.getMessage()), e);
        }
    }

    /** What is on the topic by now, so that it is the same however often it is read. */
    private List<Stretch> stretches(Extent extent) {
        try (var shelf = new Shelf<>(connection, Topic.EVALUATED, extent)) {
            return shelf.stretches();
        }
    }

    /** Where the records of the versions lie, by what the factory cut. */
    private List<Stretch> ranges(String dataset, VersionSpan versions) {
        NavigableMap<Integer, DatasetCut> cuts = new TreeMap<>();
        try (var shelf = new Shelf<>(connection, Topic.CUTS)) {
            shelf.forEachRemaining(entry -> {
                DatasetCut cut = entry.value();
                if (cut.getDataset().equals(dataset) && versions.includes(cut.getVersion())) {
                    cuts.put(cut.getVersion(), cut);
                }
            });
        }
        for (int version = versions.first(); version <= versions.last(); version++) {
            if (!cuts.containsKey(version)) {
                throw new OperatorException("There is no version %d of this dataset.".formatted(version));
            }
        }
        List<Stretch> ranges = cuts.values().stream()
                .flatMap(cut -> cut.getRanges().stream())
                .map(Export::stretch)
                .toList();
        if (ranges.isEmpty()) {
            throw new OperatorException("These versions have no records.");
        }
        return ranges;
    }

    private static Stretch stretch(OffsetRange range) {
        return new Stretch(range.getPartition(), range.getFrom(), range.getTo());
    }

    private Stream<Evaluated> without(Set<String> withdrawn, List<Stretch> part) {
        if (part.isEmpty()) {
            return Stream.empty();
        }
        var shelf = new Shelf<>(connection, Topic.EVALUATED, new Extent(part, null, null));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(shelf, Spliterator.ORDERED), false)
                .onClose(shelf::close)
                .map(Shelf.Entry::value)
                .filter(each ->
                        !withdrawn.contains(each.getVerified().getCandidate().getId()));
    }
}
