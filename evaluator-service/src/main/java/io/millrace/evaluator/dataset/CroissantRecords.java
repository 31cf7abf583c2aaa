package io.millrace.evaluator.dataset;

import static io.millrace.evaluator.dataset.Croissant.object;
import static io.millrace.evaluator.dataset.Croissant.reference;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The records of a version as Croissant describes them: the fields of {@link Example}, as columns of the Parquet files, and the splits. */
final class CroissantRecords {

    private static final String RECORDS = "records";
    private static final String SPLITS = "splits";
    private static final String COUNT = "http://www.wikidata.org/entity/Q4049983";
    private static final Map<String, String> SPLIT_TYPES =
            Map.of("train", "cr:TrainingSplit", "validation", "cr:ValidationSplit", "test", "cr:TestSplit");
    private static final Map<Type, String> DATA_TYPES =
            Map.of(String.class, "sc:Text", boolean.class, "sc:Boolean", int.class, "sc:Integer");

    private final Manifest manifest;

    CroissantRecords(Manifest manifest) {
        this.manifest = manifest;
    }

    ArrayNode recordSets() {
        return JsonNodeFactory.instance.arrayNode().add(splits()).add(records());
    }

    private ObjectNode splits() {
        ObjectNode splits = named("cr:RecordSet", SPLITS, SPLITS, "The parts of the dataset.")
                .put("dataType", "cr:Split")
                .set("key", reference(SPLITS + "/name"));
        splits.putArray("field")
                .add(named("cr:Field", SPLITS + "/name", "name", "What the part is called.")
                        .put("dataType", "sc:Text"))
                .add(named("cr:Field", SPLITS + "/url", "url", "What the part is for.")
                        .put("dataType", "cr:Split"));
        ArrayNode data = splits.putArray("data");
        manifest.counts()
                .split()
                .keySet()
                .forEach(split ->
                        data.addObject().put(SPLITS + "/name", split).put(SPLITS + "/url", SPLIT_TYPES.get(split)));
        return splits;
    }

    private ObjectNode records() {
        ObjectNode records = named("cr:RecordSet", RECORDS, RECORDS, "Verified conversations with their receipts.")
                .set("key", reference(RECORDS + "/id"));
        records.set(
                "annotation",
                named("cr:Field", RECORDS + "/count", "count", "How many records there are.")
                        .put("dataType", COUNT)
                        .put("value", manifest.records()));
        records.set("field", fields(Example.class, RECORDS, List.of()));
        return records;
    }

    /** @param path the names of the columns around these fields, the outermost first */
    private static ArrayNode fields(Class<?> type, String parent, List<String> path) {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.add(field(component, parent, path));
        }
        return fields;
    }

    private static ObjectNode field(RecordComponent component, String parent, List<String> path) {
        String name = PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName());
        String id = parent + "/" + name;
        String meaning = Objects.requireNonNull(component.getAccessor().getAnnotation(JsonPropertyDescription.class))
                .value();
        ObjectNode field = named("cr:Field", id, name, meaning);
        List<String> columns = new ArrayList<>(path);
        columns.add(name);
        Type type = component.getGenericType();
        if (type instanceof ParameterizedType list) {
            field.put("isArray", true);
            type = list.getActualTypeArguments()[0];
        }
        String dataType = DATA_TYPES.get(type);
        if (dataType == null) {
            return field.set("subField", fields((Class<?>) type, id, columns));
        }
        if (id.equals(RECORDS + "/split")) {
            field.set("references", reference(SPLITS + "/name"));
        }
        return field.put("dataType", dataType).set("source", source(columns));
    }

    private static ObjectNode source(List<String> columns) {
        ObjectNode source = JsonNodeFactory.instance.objectNode();
        source.set("fileSet", reference(Croissant.files(ExportFormat.PARQUET)));
        source.putObject("extract").put("column", columns.getFirst());
        if (columns.size() > 1) {
            ArrayNode transform = source.putArray("transform");
            columns.stream().skip(1).forEach(column -> transform.addObject().put("jsonPath", column));
        }
        return source;
    }

    private static ObjectNode named(String type, String id, String name, String description) {
        return object(type).put("@id", id).put("name", name).put("description", description);
    }
}
