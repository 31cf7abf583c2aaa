package io.millrace.deploy.material;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The formats of files with rows. */
public enum FileFormat {
    /** One JSON object a line. */
    JSON_LINES(".jsonl", ".ndjson"),
    /** RFC 4180, with the columns' names in the first record. */
    CSV(".csv"),
    PARQUET(".parquet");

    private final String ending;
    private final String otherEnding;

    FileFormat(String ending) {
        this(ending, ending);
    }

    FileFormat(String ending, String otherEnding) {
        this.ending = ending;
        this.otherEnding = otherEnding;
    }

    /** The endings of the names of all files that can be read. */
    public static List<String> endings() {
        return Stream.of(values())
                .flatMap(format -> Stream.of(format.ending, format.otherEnding))
                .distinct()
                .toList();
    }

    static FileFormat of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> name.endsWith(format.ending) || name.endsWith(format.otherEnding))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a file of rows"));
    }
}
