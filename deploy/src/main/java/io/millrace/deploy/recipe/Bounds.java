package io.millrace.deploy.recipe;

/** How much a recipe may ask for. */
final class Bounds {

    static final int MAX_TARGET = 1_000_000_000;
    static final int MAX_IN_FLIGHT = 1_000_000;
    static final int MAX_WEIGHT = 1_000_000;
    static final long MAX_BUDGET = 1_000_000_000_000_000L;

    private Bounds() {}
}
