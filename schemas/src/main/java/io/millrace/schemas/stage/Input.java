package io.millrace.schemas.stage;

import io.millrace.schemas.Coordinates;

/** One record to work on, with its key and its place. */
public record Input<V>(String key, V value, Coordinates readFrom) {}
