package io.millrace.evaluator.dataset;

import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Split;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One format's files in a directory, one for each split that has anything to write. */
final class SplitFiles implements Closeable {

    private final Path directory;
    private final ExportFormat format;
    private final OpenPairs pairs;
    private final Map<Split, RecordFile> open = new EnumMap<>(Split.class);

    SplitFiles(Path directory, ExportFormat format) {
        this(directory, format, new OpenPairs(List.of()));
    }

    SplitFiles(Path directory, ExportFormat format, OpenPairs pairs) {
        this.directory = directory;
        this.format = format;
        this.pairs = pairs;
    }

    void write(Evaluated evaluated) throws IOException {
        Split split = evaluated.getSplit();
        if (split == Split.UNASSIGNED) {
            throw new IllegalArgumentException("Record " + evaluated.getId() + " belongs to no split");
        }
        RecordFile file = open.get(split);
        if (file == null) {
            file = format.open(path(split), pairs);
            open.put(split, file);
        }
        file.write(evaluated);
    }

    /** Completes the files and puts them on the disk; those that stayed empty are removed. */
    List<DataFile> finish() throws IOException {
        close();
        List<DataFile> files = new ArrayList<>();
        for (Map.Entry<Split, RecordFile> entry : open.entrySet()) {
            Path path = path(entry.getKey());
            long records = entry.getValue().records();
            if (records == 0) {
                Files.delete(path);
            } else {
                Staging.sync(path);
                files.add(DataFile.of(path, name(entry.getKey()), records));
            }
        }
        return files;
    }

    @Override
    public void close() throws IOException {
        for (RecordFile file : open.values()) {
            file.close();
        }
    }

    private Path path(Split split) {
        return directory.resolve(name(split) + "." + format.extension());
    }

    static String name(Split split) {
        return split.name().toLowerCase(Locale.ROOT);
    }
}
