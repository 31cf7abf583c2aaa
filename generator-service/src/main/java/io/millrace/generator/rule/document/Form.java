package io.millrace.generator.rule.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The fields of a document. */
public record Form(List<Field> fields) {

    public Form {
        fields = List.copyOf(fields);
    }

    /** The schema that allows for these fields and no others. */
    public String schema() {
        String properties = fields.stream()
                .map(field -> "\"%s\":%s".formatted(field.name(), field.schema()))
                .collect(Collectors.joining(","));
        String required =
                fields.stream().map(field -> "\"" + field.name() + "\"").collect(Collectors.joining(","));
        return "{\"type\":\"object\",\"properties\":{%s},\"required\":[%s],\"additionalProperties\":false}"
                .formatted(properties, required);
    }

    /** The document. */
    public String document() {
        return fields.stream()
                .map(field -> "\"%s\":%s".formatted(field.name(), field.json()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Documents with a value mistaken, with a field missing, and with one that was not asked for. */
    public List<String> mistakes(List<Field> told) {
        List<String> mistakes = new ArrayList<>();
        for (Field field : fields) {
            List<Field> changed = new ArrayList<>(fields);
            changed.set(fields.indexOf(field), field.mistaken());
            mistakes.add(new Form(changed).document());
        }
        mistakes.add(new Form(fields.subList(1, fields.size())).document());
        told.stream().filter(field -> !fields.contains(field)).findFirst().ifPresent(field -> {
            List<Field> more = new ArrayList<>(fields);
            more.add(field);
            mistakes.add(new Form(more).document());
        });
        return mistakes;
    }
}
