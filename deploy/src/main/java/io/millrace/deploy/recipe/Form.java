package io.millrace.deploy.recipe;

import java.util.List;

/** The fields of each kind of mapping in a recipe. */
enum Form {
    RECIPE,
    TARGET,
    FEEDBACK,
    BUDGET,
    MIXTURE,
    FAMILY,
    FILE,
    DOCUMENTS,
    DATASET,
    STRATEGY;

    List<String> fields() {
        return switch (this) {
            case RECIPE ->
                List.of(
                        "recipe",
                        "dataset",
                        "target",
                        "inFlight",
                        "budget",
                        "holdout",
                        "feedback",
                        "checks",
                        "mixture",
                        "sources",
                        "strategies");
            case TARGET -> List.of("accepted", "seeds", "candidates", "overshoot", "floor", "floorAfter");
            case FEEDBACK -> List.of("submit", "below", "skills", "most");
            case BUDGET -> List.of("tokens", "costMicros");
            case MIXTURE -> List.of("domain", "difficulty", "language");
            case FAMILY -> List.of("family", "levels", "domain", "first");
            case FILE -> List.of("file", "fields", "defaults", "passes", "protected");
            case DOCUMENTS -> List.of("documents", "defaults", "passes", "protected");
            case DATASET -> List.of("dataset", "passes", "protected");
            case STRATEGY -> List.of("strategy", "source", "samples", "weight", "models", "parameters", "seedBudget");
        };
    }
}
