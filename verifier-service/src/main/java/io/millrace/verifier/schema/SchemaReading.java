package io.millrace.verifier.schema;

/** What reading a schema came to. */
public sealed interface SchemaReading {

    /** A schema that can be used. */
    record Usable(DeclaredSchema schema) implements SchemaReading {}

    /** Not a schema, or one that is outside of what is allowed here. */
    record Refused(String why) implements SchemaReading {}
}
