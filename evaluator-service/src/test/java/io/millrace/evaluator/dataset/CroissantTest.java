package io.millrace.evaluator.dataset;

import static io.millrace.evaluator.dataset.EvaluatedRecords.in;
import static io.millrace.evaluator.dataset.EvaluatedRecords.kept;
import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.schemas.Split;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CroissantTest {

    private static final String SC = "http://schema.org/";
    private static final String CR = "http://mlcommons.org/croissant/";
    private static final String DCT = "http://purl.org/dc/terms/";

    /** Those of schema.org's properties that the specification names, and no others. */
    private static final Set<String> OF_SCHEMA_ORG = Set.of(
            "name",
            "description",
            "license",
            "url",
            "creator",
            "datePublished",
            "version",
            "inLanguage",
            "distribution",
            "contentUrl",
            "contentSize",
            "encodingFormat",
            "sha256");

    /** All of Croissant's own properties that the specification has. */
    private static final Set<String> OF_CROISSANT = Set.of(
            "annotation",
            "arrayShape",
            "citeAs",
            "column",
            "containedIn",
            "data",
            "dataType",
            "equivalentProperty",
            "examples",
            "excludes",
            "extract",
            "field",
            "fileProperty",
            "fileObject",
            "fileSet",
            "format",
            "includes",
            "isArray",
            "isLiveDataset",
            "jsonPath",
            "key",
            "md5",
            "parentField",
            "recordSet",
            "references",
            "regex",
            "readLines",
            "sdVersion",
            "separator",
            "source",
            "subField",
            "transform",
            "unArchive",
            "value");

    private static final Set<String> CLASSES = Set.of(
            SC + "Dataset", SC + "Organization", CR + "FileObject", CR + "FileSet", CR + "RecordSet", CR + "Field");

    @TempDir
    private Path root;

    private Path version;
    private JsonNode document;
    private JsonNode dataset;

    @BeforeEach
    void write() throws IOException, JsonLdError {
        var records = StoredRecords.of(kept("s-1", "2"), in(Split.TEST, kept("s-2", "2")), kept("s-3", "2"));
        new DatasetWriter(root, records, StoredRecords.NO_WITHDRAWALS, () -> 7).write(records.cut(3));
        version = root.resolve("sums/v00003");
        String text = Files.readString(version.resolve("croissant.json"));
        document = new JsonMapper().readTree(text);
        String expanded = JsonLd.expand(JsonDocument.of(new StringReader(text)))
                .base("http://example.org/sums/v00003/")
                .get()
                .toString();
        dataset = new JsonMapper().readTree(expanded).get(0);
    }

    @Test
    void usesOnlyWhatTheVocabulariesHave() {
        assertThat(objects(dataset))
                .isNotEmpty()
                .allSatisfy(object -> assertThat(object.propertyStream().map(Map.Entry::getKey))
                        .allMatch(CroissantTest::known));
        assertThat(objects(dataset)
                        .flatMap(object -> elements(object.path("@type")))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .filter(type -> !type.equals("@json")))
                .isNotEmpty()
                .isSubsetOf(CLASSES);
    }

    @Test
    void hasEverythingThatADatasetMustHave() {
        assertThat(document.path("@context").isObject()).isTrue();
        assertThat(elements(dataset.path("@type")).map(JsonNode::asText)).containsExactly(SC + "Dataset");
        assertThat(value(dataset, DCT + "conformsTo")).isEqualTo("http://mlcommons.org/croissant/1.1");
        assertThat(List.of("name", "description", "license", "url", "creator", "datePublished", "distribution"))
                .allSatisfy(name -> assertThat(dataset.path(SC + name)).as(name).isNotEmpty());
        assertThat(value(dataset, SC + "license")).isEqualTo("https://spdx.org/licenses/Apache-2.0");
        assertThat(value(dataset, SC + "version")).isEqualTo("3.0.0");
        assertThat(value(dataset, SC + "datePublished")).isEqualTo("2026-02-03T05:00:00Z");
    }

    @Test
    void describesEveryFileAsItLiesOnTheDisk() throws IOException {
        Manifest manifest = Manifest.read(version);

        List<JsonNode> files = ofType(CR + "FileObject").toList();

        assertThat(files).hasSize(manifest.files().size() + 1).allSatisfy(file -> {
            Path path = version.resolve(value(file, SC + "contentUrl"));
            assertThat(value(file, SC + "sha256"))
                    .isEqualTo(DataFile.of(path, "", 0).sha256());
            assertThat(value(file, SC + "contentSize")).isEqualTo(Files.size(path) + " B");
            assertThat(file.path("@id").asText()).endsWith(path.getFileName().toString());
            assertThat(value(file, SC + "encodingFormat")).startsWith("application/");
        });
        assertThat(ofType(CR + "FileSet"))
                .hasSize(2)
                .allSatisfy(set -> assertThat(value(set, CR + "includes")).startsWith("*."));
    }

    @Test
    void hasAFieldForEveryColumnThatIsWritten() throws IOException {
        List<String> written;
        try (var file = ParquetFileReader.open(new LocalInputFile(version.resolve("train.parquet")))) {
            written = file.getFileMetaData().getSchema().getPaths().stream()
                    .map(path -> String.join("/", path).replace("/list/element", ""))
                    .toList();
        }

        Stream<String> described = ofType(CR + "Field")
                .filter(field -> field.has(CR + "source"))
                .map(field -> field.path("@id").asText().replace("http://example.org/sums/v00003/records/", ""));

        assertThat(described).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void refersToNothingThatIsNotThere() {
        Set<String> defined = objects(dataset)
                .filter(object -> object.has("@type"))
                .map(object -> object.path("@id").asText())
                .collect(Collectors.toSet());
        Stream<String> referred = Stream.of("fileSet", "references", "key")
                .flatMap(name -> objects(dataset).flatMap(object -> elements(object.path(CR + name))))
                .map(object -> object.path("@id").asText());

        assertThat(referred).isNotEmpty().isSubsetOf(defined);
    }

    private static boolean known(String property) {
        return property.startsWith("@")
                || property.equals(DCT + "conformsTo")
                || (property.startsWith(SC) && OF_SCHEMA_ORG.contains(property.substring(SC.length())))
                || (property.startsWith(CR) && OF_CROISSANT.contains(property.substring(CR.length())));
    }

    private Stream<JsonNode> ofType(String type) {
        return objects(dataset)
                .filter(object -> elements(object.path("@type"))
                        .anyMatch(each -> each.asText().equals(type)));
    }

    /** All objects but those within literals. */
    private static Stream<JsonNode> objects(JsonNode node) {
        if (node.path("@type").asText().equals("@json")) {
            return Stream.empty();
        }
        Stream<JsonNode> below = elements(node).flatMap(CroissantTest::objects);
        return node.isObject() ? Stream.concat(Stream.of(node), below) : below;
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static String value(JsonNode object, String property) {
        return object.path(property).path(0).path("@value").asText();
    }
}
