package io.millrace.evaluator.dataset;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import io.millrace.schemas.Decision;
import io.millrace.schemas.Evaluated;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/** The same examples as {@link ChatLayout} gives, as rows of a Parquet file. */
final class ParquetFile implements RecordFile {

    /** Small enough that a version's files together fit beside everything else a service holds. */
    private static final long ROW_GROUP_BYTES = 16L << 20;

    private final CarpetWriter<Example> rows;
    private long records;

    ParquetFile(Path file) throws IOException {
        this.rows = new CarpetWriter.Builder<>(new LocalOutputFile(file), Example.class)
                .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withCodecFactory(new ZstdCodec())
                .withRowGroupSize(ROW_GROUP_BYTES)
                .build();
    }

    @Override
    public void write(Evaluated evaluated) throws IOException {
        if (evaluated.getDecision() == Decision.KEEP) {
            rows.write(Example.of(evaluated));
            records++;
        }
    }

    @Override
    public long records() {
        return records;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
