package io.millrace.deploy.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.Zstd;
import com.jerolba.carpet.CarpetWriter;
import io.millrace.deploy.console.OperatorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xerial.snappy.Snappy;

class ParquetFileTest {

    @TempDir
    private Path directory;

    private final List<String> rows = new ArrayList<>();
    private final List<String> bad = new ArrayList<>();

    private record Answer(String value, List<String> tags) {}

    private record Row(
            String question,
            @Nullable Answer answer,
            @Nullable Integer level,
            long big,
            double share,
            boolean real,
            BigDecimal price,
            List<Answer> more,
            Map<String, Integer> counts) {}

    @ParameterizedTest
    @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD"})
    void readsRowsWhateverTheirPagesAreCompressedBy(CompressionCodecName codec) throws IOException {
        List<Row> written =
                IntStream.range(0, 5_000).mapToObj(ParquetFileTest::row).toList();

        read(write(codec, written));

        assertThat(bad).isEmpty();
        assertThat(rows).hasSize(5_000);
        assertThat(rows.get(7)).isEqualTo("""
                8: {"question":"7?","answer":{"value":"=7","tags":["a","b"]},"level":7,"big":9007199254740993,\
                "share":0.5,"real":true,"price":"7.50","more":[{"value":"x","tags":[]}],"counts":{"k":7}}""");
        assertThat(rows.get(8)).startsWith("9: {\"question\":\"8?\",\"answer\":null,\"level\":null,");
    }

    @Test
    void aRowThatIsTooLongIsLeftOut() throws IOException {
        Row large = new Row("x".repeat(300_000), null, null, 0, 0, false, new BigDecimal("1.00"), List.of(), Map.of());

        read(write(CompressionCodecName.ZSTD, List.of(row(1), large, row(3))));

        assertThat(rows).hasSize(2);
        assertThat(bad).containsExactly("2: longer than 262144 characters");
    }

    @Test
    void aDamagedFileIsOneSentence() throws IOException {
        byte[] whole = Files.readAllBytes(write(CompressionCodecName.GZIP, List.of(row(1), row(2))));
        var random = new SplittableRandom(3);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            for (int times = 0; times < 3; times++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(directory.resolve("damaged.parquet"), damaged);
            try {
                read(file);
            } catch (OperatorException e) {
                assertThat(e).hasMessageContaining("is no Parquet file that can be read");
            }
        }
        Path none = Files.writeString(directory.resolve("none.parquet"), "no Parquet");
        assertThatThrownBy(() -> read(none)).isInstanceOf(OperatorException.class);
    }

    private static Row row(int number) {
        Answer answer = number % 2 == 0 ? null : new Answer("=" + number, List.of("a", "b"));
        return new Row(
                number + "?",
                answer,
                answer == null ? null : number,
                (1L << 53) + 1,
                0.5,
                true,
                new BigDecimal(number + ".50"),
                List.of(new Answer("x", List.of())),
                Map.of("k", number));
    }

    private void read(Path file) {
        ParquetFile.each(
                file,
                (number, row) -> rows.add(number + ": " + text(row)),
                line -> bad.add(line.line() + ": " + line.reason()));
    }

    private static String text(JsonNode row) {
        return row.toString();
    }

    private Path write(CompressionCodecName codec, List<Row> written) throws IOException {
        Path file = directory.resolve(codec + ".parquet");
        try (var writer = new CarpetWriter.Builder<>(new LocalOutputFile(file), Row.class)
                .withCompressionCodec(codec)
                .withCodecFactory(new Compression(codec))
                .withDefaultDecimal(20, 2)
                .withRowGroupSize(200_000)
                .build()) {
            for (Row row : written) {
                writer.write(row);
            }
        }
        return file;
    }

    /** What writes the pages that are read. */
    private record Compression(CompressionCodecName codec)
            implements CompressionCodecFactory, CompressionCodecFactory.BytesInputCompressor {

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName name) {
            return this;
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompressionCodecName getCodecName() {
            return codec;
        }

        @Override
        public BytesInput compress(BytesInput page) throws IOException {
            byte[] bytes = page.toInputStream().readAllBytes();
            return BytesInput.from(
                    switch (codec) {
                        case SNAPPY -> Snappy.compress(bytes);
                        case GZIP -> gzip(bytes);
                        case ZSTD -> Zstd.compress(bytes);
                        default -> bytes;
                    });
        }

        private static byte[] gzip(byte[] bytes) throws IOException {
            var compressed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(compressed)) {
                gzip.write(bytes);
            }
            return compressed.toByteArray();
        }

        @Override
        public void release() {}
    }
}
