package io.millrace.verifier.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.verifier.json.BoundedJson;
import io.millrace.verifier.json.JsonReading;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredSchemaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"integer\",\"minimum\":3} | 3 | true",
                "{\"type\":\"integer\",\"minimum\":3} | 2 | false",
                "{\"multipleOf\":0.1,\"type\":\"number\"} | 0.3 | true",
                "{\"enum\":[1,\"a\"]} | 1.0 | true",
                "{\"enum\":[1,\"a\"]} | \"1\" | false",
                "{\"const\":{\"a\":[1]}} | {\"a\":[1]} | true",
                "{\"type\":\"string\",\"pattern\":\"^\\\\u0041\\\\d+$\"} | \"A12\" | true",
                "{\"type\":\"string\",\"pattern\":\"b\"} | \"abc\" | true",
                "{\"oneOf\":[{\"type\":\"string\"},{\"minLength\":2}]} | \"ab\" | false",
                "{\"if\":{\"type\":\"string\"},\"then\":{\"minLength\":2},\"else\":false} | \"ab\" | true",
                "{\"type\":\"object\",\"patternProperties\":{\"^x\":{\"type\":\"null\"}}} | {\"xy\":1} | false",
                "{\"type\":\"object\",\"propertyNames\":{\"maxLength\":2}} | {\"abc\":1} | false",
                "{\"type\":\"object\",\"properties\":{\"next\":{\"$ref\":\"#\"}},\"additionalProperties\":false} | {\"next\":{\"next\":{}}} | true",
                "{\"type\":\"object\",\"properties\":{\"next\":{\"$ref\":\"#\"}},\"additionalProperties\":false} | {\"next\":{\"other\":{}}} | false",
                "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"},\"$ref\":{\"type\":\"string\"}}} | {\"id\":1} | false",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"items\":[{\"type\":\"null\"}],\"type\":\"array\"} | [1] | false",
                "{\"prefixItems\":[{\"type\":\"null\"}],\"items\":false,\"type\":\"array\"} | [null,1] | false",
            })
    void validates(String schema, String document, boolean valid) {
        assertThat(check(schema, document) instanceof Conformity.Conforms).isEqualTo(valid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"string\",\"allOf\":[{\"$ref\":\"#\"}]}",
                "{\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"$ref\":\"#/$defs/a\"}},\"not\":{\"$ref\":\"#/$defs/a\"}}",
                "{\"type\":\"string\",\"not\":{\"$ref\":\"#/nowhere\"}}",
            })
    void doesNotFollowReferencesWithoutEnd(String schema) {
        assertThat(check(schema, "\"a\"")).isInstanceOf(Conformity.TooCostly.class);
    }

    @Test
    void countsTheStepsBeforeItTakesThem() {
        String doubling = IntStream.range(0, 40)
                .mapToObj(i -> "\"d%d\":{\"allOf\":[{\"$ref\":\"#/$defs/d%d\"},{\"$ref\":\"#/$defs/d%d\"}]}"
                        .formatted(i, i + 1, i + 1))
                .collect(Collectors.joining(","));
        String definitions = "\"$defs\":{" + doubling + ",\"d40\":{\"type\":\"string\"}}";
        String schema = "{" + definitions + ",\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/d0\"}}}";

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(check(schema, "{}")).isInstanceOf(Conformity.Conforms.class);
            assertThat(check(schema, "{\"a\":\"b\"}")).isInstanceOf(Conformity.TooCostly.class);
        });
    }

    @Test
    void matchesHostilePatternsInLinearTime() {
        String schema = "{\"type\":\"string\",\"pattern\":\"^(a+)+$\"}";

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(check(schema, '"' + "a".repeat(50_000) + "!\""))
                        .isInstanceOf(Conformity.Violates.class));
    }

    @Test
    void keepsSchemasOfTheSameNameApart() {
        String texts = "{\"$id\":\"https://example.com/s\",\"type\":\"string\"}";
        String numbers = "{\"$id\":\"https://example.com/s\",\"type\":\"number\"}";

        assertThat(check(texts, "\"a\"")).isInstanceOf(Conformity.Conforms.class);
        assertThat(check(numbers, "\"a\"")).isInstanceOf(Conformity.Violates.class);
    }

    private static Conformity check(String schema, String document) {
        return switch (DeclaredSchema.of(schema)) {
            case SchemaReading.Refused refused -> new Conformity.TooCostly(refused.why());
            case SchemaReading.Usable usable ->
                usable.schema().check(((JsonReading.Document) BoundedJson.read(document)).root());
        };
    }
}
