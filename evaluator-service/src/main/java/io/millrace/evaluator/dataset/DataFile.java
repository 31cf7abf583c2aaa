package io.millrace.evaluator.dataset;

import io.millrace.schemas.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;

/**
 * What is known of a finished data file.
 *
 * @param name within its directory
 * @param sha256 in lower-case hex
 */
public record DataFile(String name, String split, long records, long bytes, String sha256) {

    static DataFile of(Path file, String split, long records) throws IOException {
        return new DataFile(file.getFileName().toString(), split, records, Files.size(file), sha256(file));
    }

    /** Whether the directory holds the file as described. */
    boolean presentIn(Path directory) throws IOException {
        Path file = directory.resolve(name);
        return Files.isRegularFile(file)
                && Files.size(file) == bytes
                && sha256(file).equals(sha256);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var digested = new DigestInputStream(in, Hash.sha256())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        }
    }
}
