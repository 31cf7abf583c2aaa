package io.millrace.verifier.math.latex;

/** What joins the items of a list. */
public enum Joint {
    COMMA,
    AND,
    OR
}
