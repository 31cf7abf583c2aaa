package io.millrace.verifier.math.latex;

/** What a comma between digits is taken for, since a text alone does not tell. */
public enum Commas {
    /** 1,234 is one number. */
    GROUP,
    /** 1,234 is two numbers. */
    SEPARATE,
    /** 0,5 is a half. */
    POINT
}
