package io.millrace.generator.safety;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.schemas.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The topics that come with the program. */
record Taxonomy(List<Topic> topics) {

    private static final String FILE = "topics.json";

    Taxonomy {
        topics = List.copyOf(topics);
    }

    static Taxonomy load() {
        try (InputStream in = Objects.requireNonNull(Taxonomy.class.getResourceAsStream(FILE), FILE)) {
            return new Taxonomy(JsonMapper.builder().build().readValue(in, new TypeReference<List<Topic>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        return topics.stream().map(Topic::name).toList();
    }

    Topic topic(String name) {
        return topics.get(names().indexOf(name));
    }

    String hash() {
        return Hash.of(topics.stream().map(Topic::toString).toList());
    }
}
