package io.millrace.deploy.material;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.millrace.deploy.intake.UnfitException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the rows of a source become seed lines.
 *
 * @param source the source's name
 * @param fields which column each field is taken from, by the field's dotted name; where there are none, columns are called as fields
 * @param defaults what fields hold that a row does not fill, by their dotted names
 * @param protectedCases whether all rows are rare cases that are never dropped for being unusual
 */
public record RowForm(String source, Map<String, String> fields, Map<String, String> defaults, boolean protectedCases) {

    /** What a recipe says for all rows of a supply. */
    private static final List<String> OF_THE_RECIPE = List.of("strategy", "samples", "budget", "checks");

    public RowForm {
        fields = new LinkedHashMap<>(fields);
        defaults = new LinkedHashMap<>(defaults);
    }

    /**
     * The seed line of a row that was JSON.
     *
     * @param number tells the row from the source's others
     */
    ObjectNode ofJson(int number, JsonNode columns) throws UnfitException {
        if (fields.isEmpty()) {
            ObjectNode row = columns.deepCopy();
            return complete(number, row.remove(OF_THE_RECIPE));
        }
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            JsonNode value = SeedFields.at(columns, field.getValue());
            if (value != null) {
                SeedFields.put(row, field.getKey(), SeedFields.ofJson(field.getKey(), value));
            }
        }
        return complete(number, row);
    }

    /** The seed line of a row whose columns are texts; a blank one is as if it were not there. */
    ObjectNode ofTexts(int number, Map<String, String> columns) throws UnfitException {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, String> field : fieldsOf(columns).entrySet()) {
            String value = columns.getOrDefault(field.getValue(), "");
            if (!value.isBlank()) {
                SeedFields.put(row, field.getKey(), SeedFields.ofText(field.getKey(), value));
            }
        }
        return complete(number, row);
    }

    private Map<String, String> fieldsOf(Map<String, String> columns) {
        if (!fields.isEmpty()) {
            return fields;
        }
        var named = new LinkedHashMap<String, String>();
        columns.keySet().stream().filter(SeedFields::known).forEach(name -> named.put(name, name));
        return named;
    }

    private ObjectNode complete(int number, ObjectNode row) throws UnfitException {
        for (Map.Entry<String, String> field : defaults.entrySet()) {
            fill(row, field.getKey(), SeedFields.ofText(field.getKey(), field.getValue()));
        }
        fill(row, "id", TextNode.valueOf(source + "-" + number));
        fill(row, "source.name", TextNode.valueOf(source));
        if (protectedCases) {
            row.set("protectedCase", BooleanNode.TRUE);
        }
        if (SeedFields.at(row, "kind") == null) {
            throw new UnfitException("field 'kind' is missing");
        }
        return row;
    }

    private static void fill(ObjectNode row, String name, JsonNode value) throws UnfitException {
        if (SeedFields.at(row, name) == null) {
            SeedFields.put(row, name, value);
        }
    }
}
