package io.millrace.evaluator.dataset;

/** One thing that records were made or checked with, as it is told from others of its kind. */
public record Ingredient(String kind, String name) {}
