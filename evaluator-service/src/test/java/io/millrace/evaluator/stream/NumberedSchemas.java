package io.millrace.evaluator.stream;

import io.millrace.schemas.wire.RegistryException;
import io.millrace.schemas.wire.SchemaIds;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;

/** A registry in memory: schemas are numbered in the order in which they come. */
final class NumberedSchemas implements SchemaIds {

    private final List<Schema> schemas = new CopyOnWriteArrayList<>();

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        int known = schemas.indexOf(schema);
        if (known >= 0) {
            return known;
        }
        schemas.add(schema);
        return schemas.size() - 1;
    }

    @Override
    public Schema schemaOf(int id) {
        if (id < 0 || id >= schemas.size()) {
            throw new RegistryException("no schema " + id, new IllegalArgumentException(), false);
        }
        return schemas.get(id);
    }
}
