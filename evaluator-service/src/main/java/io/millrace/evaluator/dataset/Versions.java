package io.millrace.evaluator.dataset;

import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The versions of one dataset that have been written. */
final class Versions {

    private final Path home;

    /** @param home the dataset's directory, which need not exist yet */
    Versions(Path home) {
        this.home = home;
    }

    /**
     * A version that is there.
     *
     * @param sha256 of its manifest
     */
    record Written(Manifest manifest, String sha256) {}

    static String name(int version) {
        if (version < 1) {
            throw new IllegalArgumentException("Versions count up from 1");
        }
        return String.format(Locale.ROOT, "v%05d", version);
    }

    Path directory(int version) {
        return home.resolve(name(version));
    }

    /** A version, unless it is not there or a program of another age wrote it. */
    Optional<Written> find(int version) throws IOException {
        Path file = directory(version).resolve(Manifest.FILE_NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        String sha256 = Hash.ofBytes(bytes);
        return Manifest.parse(bytes).map(manifest -> new Written(manifest, sha256));
    }

    /** The version before this one that a record which was kept at a place is in, unless none is there that holds it. */
    Optional<Integer> holding(Coordinates place, int version) throws IOException {
        for (int earlier = version - 1; earlier > 0; earlier--) {
            Optional<Written> found = find(earlier);
            if (found.isPresent() && found.get().manifest().origin().includes(place)) {
                return Optional.of(earlier);
            }
        }
        return Optional.empty();
    }

    /** The version that a new one is to be compared with: the last before it that has records, if it is there. */
    Optional<Written> before(int version) throws IOException {
        for (int earlier = version - 1; earlier > 0; earlier--) {
            Optional<Written> found = find(earlier);
            if (found.isEmpty() || found.get().manifest().records() > 0) {
                return found;
            }
        }
        return Optional.empty();
    }
}
