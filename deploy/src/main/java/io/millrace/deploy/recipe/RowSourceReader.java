package io.millrace.deploy.recipe;

import io.millrace.deploy.material.FileFormat;
import io.millrace.deploy.material.RowForm;
import io.millrace.deploy.material.RowSource;
import io.millrace.deploy.material.SeedFields;
import io.millrace.evaluator.dataset.DatasetName;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a recipe says of sources that have rows. */
final class RowSourceReader {

    private static final int MAX_PASSES = 1_000_000;

    /** What paths are relative to. */
    private final Path directory;

    RowSourceReader(Path directory) {
        this.directory = directory;
    }

    Optional<Origin> read(Mapping source, String name, Form form) {
        Integer passes = passes(source);
        boolean protectedCases = source.flag("protected");
        var rows = new RowForm(name, fields(source, "fields"), fields(source, "defaults"), protectedCases);
        Optional<RowSource> read = switch (form) {
            case FILE -> file(source).map(file -> new RowSource.InFile(file, rows));
            case DOCUMENTS -> documents(source).map(found -> new RowSource.InDirectory(found, rows));
            default -> dataset(source).map(found -> new RowSource.InDataset(found, protectedCases));
        };
        return read.map(found -> new Origin.OfRows(source.line(), found, passes));
    }

    private Optional<Path> file(Mapping source) {
        return path(source, "file").filter(file -> {
            String name = file.toString().toLowerCase(Locale.ROOT);
            boolean known = FileFormat.endings().stream().anyMatch(name::endsWith);
            if (!known) {
                source.refuse("file", "must end in " + String.join(", ", FileFormat.endings()));
            } else if (!Files.isReadable(file) || Files.isDirectory(file)) {
                source.refuse("file", "names no file that can be read");
            }
            return known;
        });
    }

    private Optional<Path> documents(Mapping source) {
        return path(source, "documents").filter(found -> {
            boolean there = Files.isDirectory(found);
            if (!there) {
                source.refuse("documents", "names no directory");
            }
            return there;
        });
    }

    private Optional<Path> path(Mapping source, String field) {
        return source.text(field).flatMap(text -> {
            try {
                return Optional.of(directory.resolve(text));
            } catch (InvalidPathException e) {
                source.refuse(field, "is no path");
                return Optional.empty();
            }
        });
    }

    private static Optional<String> dataset(Mapping source) {
        try {
            return source.text("dataset").map(name -> new DatasetName(name).value());
        } catch (IllegalArgumentException e) {
            source.refuse("dataset", "is no dataset's name");
            return Optional.empty();
        }
    }

    private static @Nullable Integer passes(Mapping source) {
        if (source.text("passes").filter("unlimited"::equals).isPresent()) {
            return null;
        }
        int passes = source.number("passes", 1, 0, MAX_PASSES);
        return passes == 0 ? null : passes;
    }

    /** What is given by the dotted names of seeds' fields. */
    private static Map<String, String> fields(Mapping source, String name) {
        var fields = new LinkedHashMap<String, String>();
        source.mapping(name).ifPresent(given -> {
            for (String field : given.names()) {
                if (!SeedFields.known(field)) {
                    given.refuse(field, "is no field of a seed that a row can have");
                }
                given.texts(field).stream().findFirst().ifPresent(value -> fields.put(field, value));
            }
        });
        return fields;
    }
}
