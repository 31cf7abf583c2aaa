package io.millrace.evaluator.dataset;

/** Two different contents claim the same version of a dataset; the one that was there first stays. */
public final class VersionConflictException extends RuntimeException {

    VersionConflictException(String message) {
        super(message);
    }
}
