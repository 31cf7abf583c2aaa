package io.millrace.deploy.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.deploy.console.OperatorException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Takes each retraining event once, however often it comes: what it leaves of an event is a report under the event's id, which appears
 * whole or not at all, and an event that has a report is done.
 */
public final class Trainer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private final Path datasets;
    private final Path reports;
    private final Consumer<JsonNode> results;

    /**
     * A trainer.
     *
     * @param datasets the root of all datasets, as the evaluator writes them
     * @param results takes what is to be told of a version; may be told the same again
     */
    public Trainer(Path datasets, Path reports, Consumer<JsonNode> results) {
        this.results = results;
        this.datasets = datasets.toAbsolutePath().normalize();
        this.reports = reports.toAbsolutePath().normalize();
    }

    /** What came of an event. */
    public enum Outcome {
        TRAINED,
        DONE_BEFORE
    }

    /** What is left of an event. */
    private record Report(String event, String dataset, int version, long records, int files) {}

    /**
     * Takes an event. Ended at any point by {@code kill -9}, it is to be given the same event again.
     *
     * @throws OperatorException if the event is none, or a file is not what the event says
     */
    public Outcome take(byte[] json) {
        try {
            JsonNode event = JSON.readTree(json);
            String id = event.path("id").asText();
            if (!ID.matcher(id).matches()) {
                throw new OperatorException("This is no retraining event.");
            }
            Path report = reports.resolve(id + ".json");
            if (Files.exists(report)) {
                return Outcome.DONE_BEFORE;
            }
            Report trained = train(id, event.path("data"));
            // Told before it is noted here: ended between the two, it is told again under the same id, and counts once.
            ResultReport.of(id, event.at("/data/manifest")).ifPresent(results);
            publish(report, trained);
            return Outcome.TRAINED;
        } catch (IOException e) {
            throw new OperatorException("The event cannot be taken: %s.".formatted(e.getMessage()), e);
        }
    }

    /** Here a real trainer trains: it may be ended half-way, so nothing that it does may count before the report is there. */
    private Report train(String id, JsonNode data) throws IOException {
        JsonNode manifest = data.path("manifest");
        Path version = below(datasets, data.path("directory").asText());
        for (JsonNode file : manifest.path("files")) {
            Path path = below(version, file.path("name").asText());
            if (!sha256(path).equals(file.path("sha256").asText())) {
                throw new OperatorException("%s is not what the event says.".formatted(path));
            }
        }
        return new Report(
                id,
                manifest.path("dataset").asText(),
                manifest.path("version").asInt(),
                manifest.path("records").asLong(),
                manifest.path("files").size());
    }

    private static Path below(Path root, String name) {
        Path path = root.resolve(name).normalize();
        if (!path.startsWith(root) || path.equals(root)) {
            throw new OperatorException("The event names a file outside of %s.".formatted(root));
        }
        return path;
    }

    private static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Renaming is the commit: until then there is only a draft, which the next attempt overwrites. */
    private void publish(Path report, Report content) throws IOException {
        Files.createDirectories(reports);
        Path draft = reports.resolve(report.getFileName() + ".draft");
        Files.write(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        sync(draft);
        Files.move(draft, report, StandardCopyOption.ATOMIC_MOVE);
        sync(reports);
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
