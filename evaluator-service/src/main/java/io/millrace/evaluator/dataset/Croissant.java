package io.millrace.evaluator.dataset;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.schemas.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A version's description in MLCommons' Croissant format 1.1: its files with their checksums, and the fields of its records. The
 * context is the specification's own, and so are the names of what must be there.
 *
 * @see <a href="https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html">Croissant Format Specification 1.1</a>, sections
 *     "Dataset-level Information", "Resources", "RecordSets" and "Splits", and Appendix 1
 */
final class Croissant {

    static final String FILE_NAME = "croissant.json";

    private static final String CONFORMS_TO = "http://mlcommons.org/croissant/1.1";
    private static final Pattern SPDX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,60}");
    private static final Map<ExportFormat, String> MEDIA_TYPES =
            Map.of(ExportFormat.CHAT, "application/jsonlines", ExportFormat.PARQUET, "application/x-parquet");

    private final Manifest manifest;

    private Croissant(Manifest manifest) {
        this.manifest = manifest;
    }

    /** A document in JSON-LD. */
    static String of(Manifest manifest) throws IOException {
        return Json.INDENTED.writeValueAsString(new Croissant(manifest).dataset()) + "\n";
    }

    static ObjectNode object(String type) {
        return JsonNodeFactory.instance.objectNode().put("@type", type);
    }

    static ObjectNode reference(String id) {
        return JsonNodeFactory.instance.objectNode().put("@id", id);
    }

    private ObjectNode dataset() throws IOException {
        ObjectNode dataset = JsonNodeFactory.instance.objectNode();
        dataset.set("@context", context());
        dataset.put("@type", "sc:Dataset")
                .put("conformsTo", CONFORMS_TO)
                .put("name", manifest.dataset())
                .put("description", description())
                .put("version", manifest.version() + ".0.0")
                .put("datePublished", manifest.cutAt())
                .put("url", Card.FILE_NAME)
                .put("isLiveDataset", false)
                .set("creator", object("sc:Organization").put("name", "Millrace"));
        ArrayNode licences = dataset.putArray("license");
        manifest.counts().licence().keySet().forEach(licence -> licences.add(url(licence)));
        ArrayNode languages = dataset.putArray("inLanguage");
        manifest.counts().language().keySet().forEach(languages::add);
        distribute(dataset.putArray("distribution"));
        dataset.set("recordSet", new CroissantRecords(manifest).recordSets());
        return dataset;
    }

    private static ObjectNode context() throws IOException {
        try (InputStream in = Croissant.class.getResourceAsStream("croissant-context.json")) {
            return Json.MAPPER.readValue(Objects.requireNonNull(in), ObjectNode.class);
        }
    }

    private String description() {
        return "%d verified records in version %d of dataset %s; what they were made with and what was left out is in %s and %s."
                .formatted(
                        manifest.records(), manifest.version(), manifest.dataset(), Manifest.FILE_NAME, Card.FILE_NAME);
    }

    /** The specification recommends addresses of known licences. */
    private static String url(String licence) {
        boolean known = !licence.equals("unknown") && SPDX.matcher(licence).matches();
        return known ? "https://spdx.org/licenses/" + licence : licence;
    }

    private void distribute(ArrayNode distribution) throws IOException {
        byte[] json = manifest.toJson().getBytes(StandardCharsets.UTF_8);
        String sha256 = Hash.ofBytes(json);
        distribution.add(file(Manifest.FILE_NAME, json.length, "application/json", sha256));
        MEDIA_TYPES.keySet().stream().sorted().forEach(format -> distribute(format, distribution));
    }

    private void distribute(ExportFormat format, ArrayNode distribution) {
        String type = Objects.requireNonNull(MEDIA_TYPES.get(format));
        manifest.files().stream()
                .filter(file -> file.name().endsWith("." + format.extension()))
                .forEach(file -> distribution.add(file(file.name(), file.bytes(), type, file.sha256())));
        distribution.add(object("cr:FileSet")
                .put("@id", files(format))
                .put("name", files(format))
                .put("description", "The same records as in every other format, a file for each split.")
                .put("encodingFormat", type)
                .put("includes", "*." + format.extension()));
    }

    static String files(ExportFormat format) {
        return format.extension() + "-files";
    }

    private static ObjectNode file(String name, long bytes, String type, String sha256) {
        return object("cr:FileObject")
                .put("@id", name)
                .put("name", name)
                .put("contentUrl", name)
                .put("contentSize", bytes + " B")
                .put("encodingFormat", type)
                .put("sha256", sha256);
    }
}
