package io.millrace.deploy.material;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/** Decompresses Parquet pages of bounded size; the library's own codecs would load the rest of Hadoop. Reads only. */
final class PageCodecs implements CompressionCodecFactory {

    static final String NAMES = "Snappy, gzip or Zstandard";

    private static final int MAX_PAGE_BYTES = 64 << 20;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
        return switch (name) {
            case UNCOMPRESSED -> new Pages(ByteArrayInputStream::new);
            case SNAPPY -> new Pages(PageCodecs::snappy);
            case GZIP -> new Pages(bytes -> new GZIPInputStream(new ByteArrayInputStream(bytes)));
            case ZSTD -> new Pages(bytes -> new ZstdInputStream(new ByteArrayInputStream(bytes)));
            default -> throw new UnsupportedOperationException("Pages compressed by " + name);
        };
    }

    private static InputStream snappy(byte[] bytes) throws IOException {
        if (Snappy.uncompressedLength(bytes) > MAX_PAGE_BYTES) {
            throw new IOException("A page is too large");
        }
        return new ByteArrayInputStream(Snappy.uncompress(bytes));
    }

    @Override
    public void release() {}

    @FunctionalInterface
    private interface Opener {

        InputStream open(byte[] bytes) throws IOException;
    }

    private record Pages(Opener opener) implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput page, int size) throws IOException {
            return BytesInput.from(decompress(page.toInputStream().readAllBytes(), size));
        }

        @Override
        public void decompress(ByteBuffer page, int compressedSize, ByteBuffer into, int size) throws IOException {
            var bytes = new byte[compressedSize];
            page.get(bytes);
            into.put(decompress(bytes, size));
        }

        private byte[] decompress(byte[] bytes, int size) throws IOException {
            if (size < 0 || size > MAX_PAGE_BYTES) {
                throw new IOException("A page is too large");
            }
            try (InputStream in = opener.open(bytes)) {
                byte[] page = in.readNBytes(size);
                if (page.length < size) {
                    throw new IOException("A page is cut short");
                }
                return page;
            }
        }

        @Override
        public void release() {}
    }
}
