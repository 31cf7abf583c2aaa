package io.millrace.verifier.schema;

import io.millrace.schemas.Hash;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the schemas that were used last, since the candidates of a task share one. Safe for use by several threads. */
public final class SchemaCache {

    static final int MAX_SCHEMAS = 256;
    static final int MAX_CHARACTERS = 1 << 20;

    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    private record Kept(SchemaReading reading, int length) {}

    /** What reading a schema comes to. */
    public SchemaReading read(String text) {
        String key = Hash.of(text);
        synchronized (kept) {
            Kept known = kept.get(key);
            if (known != null) {
                return known.reading();
            }
        }
        SchemaReading reading = DeclaredSchema.of(text);
        keep(key, new Kept(reading, text.length()));
        return reading;
    }

    private void keep(String key, Kept fresh) {
        synchronized (kept) {
            Kept before = kept.put(key, fresh);
            characters += fresh.length() - (before == null ? 0 : before.length());
            Iterator<Kept> oldest = kept.values().iterator();
            while (kept.size() > MAX_SCHEMAS || characters > MAX_CHARACTERS) {
                characters -= oldest.next().length();
                oldest.remove();
            }
        }
    }
}
