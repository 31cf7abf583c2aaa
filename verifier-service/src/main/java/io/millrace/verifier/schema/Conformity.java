package io.millrace.verifier.schema;

/** What holding a document against a schema came to. */
public sealed interface Conformity {

    /** The document is valid. */
    record Conforms() implements Conformity {}

    /** The document is not valid. */
    record Violates(String why) implements Conformity {}

    /** It would take more steps than are allowed, or never end. */
    record TooCostly(String why) implements Conformity {}
}
