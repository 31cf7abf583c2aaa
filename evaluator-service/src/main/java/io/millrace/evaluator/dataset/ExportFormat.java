package io.millrace.evaluator.dataset;

import java.io.IOException;
import java.nio.file.Path;

/** The layouts that records can be written in. */
public enum ExportFormat {
    /** JSON lines with {@code messages} and a short receipt. */
    CHAT("jsonl"),
    /** JSON lines with {@code instruction}, {@code input} and {@code output}. */
    ALPACA("jsonl"),
    /** JSON lines with {@code prompt}, {@code chosen} and {@code rejected}; {@code pairs.json} tells of them. */
    DPO("jsonl"),
    /** The columns of {@link #CHAT} in Parquet, compressed with Zstandard. */
    PARQUET("parquet");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    String extension() {
        return extension;
    }

    /** @param pairs what is written where the format is of pairs */
    RecordFile open(Path file, OpenPairs pairs) throws IOException {
        return switch (this) {
            case CHAT -> new JsonLinesFile(file, new ChatLayout());
            case ALPACA -> new JsonLinesFile(file, new AlpacaLayout());
            case DPO -> new JsonLinesFile(file, new DpoLayout(pairs));
            case PARQUET -> new ParquetFile(file);
        };
    }
}
