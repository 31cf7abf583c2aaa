package io.millrace.verifier.math.latex;

/**
 * A piece of a written expression.
 *
 * @param spaced whether a blank stands before it
 */
record Token(Kind kind, String text, boolean spaced) {

    enum Kind {
        /** Digits with a decimal point at most; repeating decimals stand in parentheses. */
        NUMBER,
        LETTER,
        /** A command, less its backslash, or a word that means the same. */
        COMMAND,
        /** Any other character. */
        SIGN,
        /** The unit of what stands before it, or a currency, in its first spelling. */
        UNIT,
        /** Words that mean nothing in mathematics. */
        WORDS,
        BEGIN,
        END
    }

    boolean is(Kind wanted, String content) {
        return kind == wanted && text.equals(content);
    }
}
