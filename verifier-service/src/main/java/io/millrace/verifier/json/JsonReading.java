package io.millrace.verifier.json;

import com.fasterxml.jackson.databind.JsonNode;

/** What reading a text as JSON came to. */
public sealed interface JsonReading {

    /** One JSON value and nothing else. */
    record Document(JsonNode root) implements JsonReading {}

    /** Not JSON, or not within the bounds. */
    record Refused(String why) implements JsonReading {}
}
