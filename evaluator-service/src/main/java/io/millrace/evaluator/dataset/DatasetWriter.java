package io.millrace.evaluator.dataset;

import io.millrace.schemas.DatasetCut;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Turns cuts into versions of datasets under one root directory. A version appears whole or not at all, and the same cut gives the same
 * bytes, so writing it again after a crash changes nothing. Safe for use by several threads.
 */
public final class DatasetWriter {

    private final Path root;
    private final RecordSource source;
    private final WithdrawalSource withdrawals;
    private final IntSupplier schemaId;

    /**
     * Removes what killed writers left in the root directory, which need not exist yet.
     *
     * @param withdrawals what is left out, up to where a cut says
     * @param schemaId the id under which the registry knows the schema that the source reads with; asked for with each version
     */
    public DatasetWriter(Path root, RecordSource source, WithdrawalSource withdrawals, IntSupplier schemaId)
            throws IOException {
        this.root = root;
        this.source = source;
        this.withdrawals = withdrawals;
        this.schemaId = schemaId;
        if (Files.exists(root)) {
            sweep();
        }
    }

    private void sweep() throws IOException {
        try (DirectoryStream<Path> datasets = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path dataset : datasets) {
                Staging.sweep(dataset);
            }
        }
    }

    /** The directory of one version, relative to the root. */
    public static Path directory(String dataset, int version) {
        return Path.of(new DatasetName(dataset).value(), Versions.name(version));
    }

    /**
     * Writes the version that the cut describes, unless it is there already.
     *
     * @throws IllegalArgumentException if the cut cannot be a version: its name or number is none, or its counts are not what the ranges
     *     hold, or there is no withdrawal where it says
     * @throws VersionConflictException if other content is there under the same number
     */
    public Manifest write(DatasetCut cut) throws IOException {
        Path target = root.resolve(directory(cut.getDataset(), cut.getVersion()));
        Path home = root.resolve(cut.getDataset());
        try (Staging staging = Staging.in(home)) {
            Manifest manifest = fill(staging.content(), cut, new Versions(home));
            staging.put(Manifest.FILE_NAME, manifest.toJson());
            staging.put(Card.FILE_NAME, Card.of(manifest));
            if (!manifest.files().isEmpty()) {
                staging.put(Croissant.FILE_NAME, Croissant.of(manifest));
            }
            if (Files.exists(target)) {
                requireSame(staging.content(), target);
            } else {
                staging.publishAs(Versions.name(cut.getVersion()));
                Staging.sync(root);
            }
            return manifest;
        }
    }

    /** A version that is written again is compared with what it was compared with; one that only withdraws, with nothing. */
    private static Optional<Versions.Written> comparedWith(Versions versions, Manifest manifest) throws IOException {
        Optional<Versions.Written> same = versions.find(manifest.version());
        boolean alone = same.isPresent() && same.get().manifest().changes() == null;
        return alone || manifest.withdrawals().announced() != null
                ? Optional.empty()
                : versions.before(manifest.version());
    }

    private Manifest fill(Path directory, DatasetCut cut, Versions versions) throws IOException {
        try (var edition = new Edition(cut, KnownWithdrawals.of(cut, withdrawals), directory)) {
            edition.fill(source);
            Manifest manifest = edition.finish(schemaId.getAsInt(), versions);
            return comparedWith(versions, manifest).map(manifest::comparedWith).orElse(manifest);
        }
    }

    private static void requireSame(Path written, Path target) throws IOException {
        long difference = Files.mismatch(written.resolve(Manifest.FILE_NAME), target.resolve(Manifest.FILE_NAME));
        if (difference >= 0) {
            throw new VersionConflictException(
                    "Other content is there already as " + target.getFileName() + " of the dataset");
        }
    }
}
