package io.millrace.generator.extraction;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.schemas.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Texts that fields of certain names may hold. */
record Vocabulary(List<Entry> entries) {

    private static final String FILE = "vocabulary.json";

    Vocabulary {
        entries = List.copyOf(entries);
    }

    /**
     * Texts of one kind.
     *
     * @param names what the name of a field must hold for them, in small letters; the last entry names nothing and fits all
     */
    record Entry(List<String> names, List<String> values) {

        Entry {
            names = List.copyOf(names);
            values = List.copyOf(values);
        }

        boolean fits(String field) {
            return names.isEmpty() || names.stream().anyMatch(field.toLowerCase(Locale.ROOT)::contains);
        }
    }

    static Vocabulary load() {
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(FILE), FILE)) {
            return new Vocabulary(JsonMapper.builder().build().readValue(in, new TypeReference<List<Entry>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a field of this name may hold. */
    List<String> values(String field) {
        return entries.stream()
                .filter(entry -> entry.fits(field))
                .findFirst()
                .orElse(entries.getLast())
                .values();
    }

    String hash() {
        return Hash.of(entries.toString());
    }
}
