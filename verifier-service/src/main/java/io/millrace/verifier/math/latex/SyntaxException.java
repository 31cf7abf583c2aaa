package io.millrace.verifier.math.latex;

/** A text that is not an expression, or one beyond the bounds. */
public final class SyntaxException extends Exception {

    public SyntaxException(String why) {
        super(why, null, false, false);
    }
}
