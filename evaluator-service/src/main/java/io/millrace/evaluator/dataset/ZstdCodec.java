package io.millrace.evaluator.dataset;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Zstandard for Parquet pages; the library's own codecs would load Hadoop. Writes only. */
final class ZstdCodec implements CompressionCodecFactory, BytesInputCompressor {

    private static final int LEVEL = 3;

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
        return CompressionCodecName.ZSTD;
    }

    @Override
    public BytesInput compress(BytesInput page) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var zstd = new ZstdOutputStream(compressed, LEVEL)) {
            page.writeAllTo(zstd);
        }
        return BytesInput.from(compressed);
    }

    @Override
    public void release() {}
}
