package io.millrace.verifier.recipe;

/** A verification recipe that cannot be used; its message says where and why, in words for whoever wrote it. */
public final class UnfitRecipeException extends Exception {

    UnfitRecipeException(String message) {
        super(message);
    }
}
