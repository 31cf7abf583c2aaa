package io.millrace.deploy.material;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.deploy.intake.UnfitException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/**
 * A row of Parquet as JSON: groups, lists and maps as such, decimal numbers as texts that keep their digits; what is neither text nor
 * number is null.
 */
final class RowJson {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_DIGITS = 1_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RowJson() {}

    static ObjectNode of(Group row) throws UnfitException {
        return object(row, 0);
    }

    private static ObjectNode object(Group group, int depth) throws UnfitException {
        if (depth > MAX_DEPTH) {
            throw new UnfitException("nested deeper than %d".formatted(MAX_DEPTH));
        }
        ObjectNode object = NODES.objectNode();
        GroupType type = group.getType();
        for (int field = 0; field < type.getFieldCount(); field++) {
            object.set(type.getFieldName(field), field(group, field, depth));
        }
        return object;
    }

    private static JsonNode field(Group group, int field, int depth) throws UnfitException {
        if (group.getType().getType(field).isRepetition(Type.Repetition.REPEATED)) {
            return array(group, field, depth);
        }
        return group.getFieldRepetitionCount(field) == 0 ? NullNode.instance : value(group, field, 0, depth);
    }

    private static ArrayNode array(Group group, int field, int depth) throws UnfitException {
        ArrayNode array = NODES.arrayNode();
        for (int index = 0; index < group.getFieldRepetitionCount(field); index++) {
            array.add(value(group, field, index, depth));
        }
        return array;
    }

    private static JsonNode value(Group group, int field, int index, int depth) throws UnfitException {
        Type type = group.getType().getType(field);
        if (type.isPrimitive()) {
            return primitive(group, field, index, type.asPrimitiveType());
        }
        Group inner = group.getGroup(field, index);
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        if (meaning instanceof ListLogicalTypeAnnotation && inner.getType().getFieldCount() == 1) {
            return list(inner, depth + 1);
        }
        if (meaning instanceof MapLogicalTypeAnnotation && inner.getType().getFieldCount() == 1) {
            return map(inner, depth + 1);
        }
        return object(inner, depth + 1);
    }

    /** The elements stand each in a group of one field, or, as older programs wrote them, by themselves. */
    private static ArrayNode list(Group list, int depth) throws UnfitException {
        Type repeated = list.getType().getType(0);
        if (repeated.isPrimitive() || repeated.asGroupType().getFieldCount() != 1) {
            return array(list, 0, depth);
        }
        ArrayNode array = NODES.arrayNode();
        for (int index = 0; index < list.getFieldRepetitionCount(0); index++) {
            array.add(field(list.getGroup(0, index), 0, depth + 1));
        }
        return array;
    }

    private static JsonNode map(Group map, int depth) throws UnfitException {
        ObjectNode object = NODES.objectNode();
        for (int index = 0; index < map.getFieldRepetitionCount(0); index++) {
            Group entry = map.getGroup(0, index);
            if (entry.getType().getFieldCount() != 2) {
                throw new UnfitException("a map without keys and values");
            }
            object.set(field(entry, 0, depth).asText(), field(entry, 1, depth));
        }
        return object;
    }

    private static JsonNode primitive(Group group, int field, int index, PrimitiveType type) throws UnfitException {
        if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
            if (decimal.getPrecision() > MAX_DIGITS) {
                throw new UnfitException("a decimal number of more than %d digits".formatted(MAX_DIGITS));
            }
            var number = new BigDecimal(unscaled(group, field, index, type), decimal.getScale());
            return NODES.textNode(number.toPlainString());
        }
        return switch (type.getPrimitiveTypeName()) {
            case BINARY -> NODES.textNode(group.getString(field, index));
            case BOOLEAN -> NODES.booleanNode(group.getBoolean(field, index));
            case INT32 -> NODES.numberNode(group.getInteger(field, index));
            case INT64 -> NODES.numberNode(group.getLong(field, index));
            case FLOAT -> NODES.numberNode(group.getFloat(field, index));
            case DOUBLE -> NODES.numberNode(group.getDouble(field, index));
            case INT96, FIXED_LEN_BYTE_ARRAY -> NullNode.instance;
        };
    }

    private static BigInteger unscaled(Group group, int field, int index, PrimitiveType type) throws UnfitException {
        return switch (type.getPrimitiveTypeName()) {
            case INT32 -> BigInteger.valueOf(group.getInteger(field, index));
            case INT64 -> BigInteger.valueOf(group.getLong(field, index));
            case BINARY, FIXED_LEN_BYTE_ARRAY ->
                new BigInteger(group.getBinary(field, index).getBytes());
            case BOOLEAN, FLOAT, DOUBLE, INT96 -> throw new UnfitException("a decimal number of another form");
        };
    }
}
