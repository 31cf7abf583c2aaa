package io.millrace.deploy.broker;

import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeProgress;
import io.millrace.schemas.Seed;
import io.millrace.schemas.wire.RegistryException;
import io.millrace.schemas.wire.SchemaIds;
import java.io.FileNotFoundException;
import java.util.List;
import org.apache.avro.Schema;

/** A registry of a few schemas, the same in every process. */
final class KnownSchemas implements SchemaIds {

    private static final List<Schema> SCHEMAS = List.of(
            Coordinates.getClassSchema(),
            DeadLetter.getClassSchema(),
            Recipe.getClassSchema(),
            RecipeProgress.getClassSchema(),
            Seed.getClassSchema());

    @Override
    public int idOf(String subject, Schema schema) {
        return SCHEMAS.indexOf(schema);
    }

    @Override
    public Schema schemaOf(int id) {
        if (id < 0 || id >= SCHEMAS.size()) {
            throw new RegistryException("There is no schema " + id, new FileNotFoundException(), false);
        }
        return SCHEMAS.get(id);
    }
}
