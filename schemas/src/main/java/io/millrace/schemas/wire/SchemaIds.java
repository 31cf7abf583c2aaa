package io.millrace.schemas.wire;

import org.apache.avro.Schema;

/** The numbers under which schemas travel. */
public interface SchemaIds {

    /**
     * The id of a schema under a subject, registered if it is new.
     *
     * @throws RegistryException if the registry refuses the schema or cannot be reached
     */
    int idOf(String subject, Schema schema);

    /**
     * The schema with an id.
     *
     * @throws RegistryException if there is none or the registry cannot be reached
     */
    Schema schemaOf(int id);
}
