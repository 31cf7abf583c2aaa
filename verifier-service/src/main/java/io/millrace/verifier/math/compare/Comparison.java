package io.millrace.verifier.math.compare;

/** What comparing two answers came to, and the stage that decided. */
public record Comparison(Result result, Stage stage) {

    static Comparison equal(Stage stage) {
        return new Comparison(Result.EQUAL, stage);
    }

    static Comparison different(Stage stage) {
        return new Comparison(Result.NOT_EQUAL, stage);
    }

    static Comparison undecided(Stage stage) {
        return new Comparison(Result.UNDECIDED, stage);
    }

    static Comparison of(boolean same, Stage stage) {
        return same ? equal(stage) : different(stage);
    }

    boolean same() {
        return result == Result.EQUAL;
    }
}
