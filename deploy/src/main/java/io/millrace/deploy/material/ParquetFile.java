package io.millrace.deploy.material;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.intake.BadLine;
import io.millrace.deploy.intake.JsonLines;
import io.millrace.deploy.intake.UnfitException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Reads Parquet files row by row, as JSON. */
final class ParquetFile implements AutoCloseable {

    private final Path path;
    private final ParquetFileReader reader;
    private final MessageType schema;
    private @Nullable RecordReader<Group> rows;
    private long left;

    private ParquetFile(Path path, ParquetFileReader reader) {
        this.path = path;
        this.reader = reader;
        this.schema = reader.getFileMetaData().getSchema();
    }

    /**
     * Goes through a file, row group by row group.
     *
     * @param bad is told of the rows that do not fit, by their numbers
     * @throws OperatorException if the file cannot be read
     */
    static void each(Path path, JsonLines.Taker taker, Consumer<BadLine> bad) {
        try (ParquetFile file = open(path)) {
            Group row = file.next();
            for (int number = 1; row != null; number++) {
                try {
                    ObjectNode object = file.json(row);
                    if (object.toString().length() > JsonLines.MAX_LINE_BYTES) {
                        throw new UnfitException("longer than %d characters".formatted(JsonLines.MAX_LINE_BYTES));
                    }
                    taker.take(number, object);
                } catch (UnfitException e) {
                    bad.accept(new BadLine(number, e.reason()));
                }
                row = file.next();
            }
        }
    }

    @SuppressWarnings("resource") // the file closes it
    private static ParquetFile open(Path path) {
        var options = new ParquetReadOptions.Builder(new PlainParquetConfiguration())
                .withCodecFactory(new PageCodecs())
                .build();
        try {
            return new ParquetFile(path, new ParquetFileReader(new LocalInputFile(path), options));
        } catch (IOException | RuntimeException e) {
            throw unreadable(path, e);
        }
    }

    /** The next row; null at the end. What a damaged file makes the library throw may be anything. */
    private @Nullable Group next() {
        try {
            while (rows == null || left == 0) {
                PageReadStore pages = reader.readNextRowGroup();
                if (pages == null) {
                    return null;
                }
                left = pages.getRowCount();
                rows = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(pages, new GroupRecordConverter(schema));
            }
            left--;
            return rows.read();
        } catch (IOException | RuntimeException e) {
            throw unreadable(path, e);
        }
    }

    private ObjectNode json(Group row) throws UnfitException {
        try {
            return RowJson.of(row);
        } catch (RuntimeException e) {
            throw unreadable(path, e);
        }
    }

    private static OperatorException unreadable(Path path, Exception cause) {
        return new OperatorException(
                "%s is no Parquet file that can be read: its pages must be whole, and plain or compressed by %s."
                        .formatted(path, PageCodecs.NAMES),
                cause);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }
}
