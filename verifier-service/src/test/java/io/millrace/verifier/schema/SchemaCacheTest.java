package io.millrace.verifier.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchemaCacheTest {

    private final SchemaCache cache = new SchemaCache();

    @Test
    void readsASchemaOnce() {
        assertThat(cache.read(schema(1))).isSameAs(cache.read(schema(1))).isInstanceOf(SchemaReading.Usable.class);
        assertThat(cache.read("[]")).isSameAs(cache.read("[]")).isInstanceOf(SchemaReading.Refused.class);
    }

    @Test
    void tellsSchemasApart() {
        assertThat(cache.read(schema(1))).isNotSameAs(cache.read(schema(2)));
    }

    @Test
    void keepsThoseThatWereUsedLast() {
        SchemaReading used = cache.read(schema(0));
        SchemaReading unused = cache.read(schema(1));

        IntStream.range(2, SchemaCache.MAX_SCHEMAS + 1).forEach(number -> {
            cache.read(schema(number));
            cache.read(schema(0));
        });

        assertThat(cache.read(schema(0))).isSameAs(used);
        assertThat(cache.read(schema(1))).isNotSameAs(unused);
    }

    @Test
    void keepsNothingThatIsTooLongForIt() {
        String large = " ".repeat(SchemaCache.MAX_CHARACTERS) + schema(1);

        assertThat(cache.read(large)).isNotSameAs(cache.read(large));
        assertThat(cache.read(schema(1))).isSameAs(cache.read(schema(1)));
    }

    private static String schema(int number) {
        return "{\"type\":\"integer\",\"minimum\":%d}".formatted(number);
    }
}
