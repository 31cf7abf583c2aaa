package io.millrace.evaluator.dataset;

import java.io.IOException;
import java.nio.file.Path;

/** The layouts that records can be written in. */
public enum ExportFormat {
    /** JSON lines with {@code messages} and a short receipt. */
    CHAT("jsonl"),
    /** JSON lines with {@code instruction}, {@code input} and {@code output}. */
    ALPACA("jsonl"),
    /** JSON lines with {@code prompt}, {@code chosen} and {@code rejected}. */
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

    RecordFile open(Path file) throws IOException {
        return switch (this) {
            case CHAT -> new ChatFile(file);
            case ALPACA -> new AlpacaFile(file);
            case DPO -> new DpoFile(file);
            case PARQUET -> new ParquetFile(file);
        };
    }
}
