package io.millrace.deploy.bench;

import io.millrace.schemas.wire.SchemaIds;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;

/** A registry for a single process. */
final class NumberedSchemas implements SchemaIds {

    private final List<Schema> known = new CopyOnWriteArrayList<>();

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        if (!known.contains(schema)) {
            known.add(schema);
        }
        return known.indexOf(schema);
    }

    @Override
    public Schema schemaOf(int id) {
        return known.get(id);
    }
}
