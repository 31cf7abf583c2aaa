package io.millrace.verifier.tool;

import com.fasterxml.jackson.databind.JsonNode;

/** A call that the world carried out. */
record Call(String tool, JsonNode arguments) {}
