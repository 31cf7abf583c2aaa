package io.millrace.verifier.math.latex;

/** What a relation claims of its two sides. */
public enum Relator {
    EQUAL,
    APPROXIMATE,
    UNEQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    MEMBER,
    /** Congruent, similar, a subset, tends to: compared as it is written. */
    OTHER;

    /** The same claim read from right to left. */
    public Relator reversed() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            case EQUAL, APPROXIMATE, UNEQUAL, MEMBER, OTHER -> this;
        };
    }

    /** Whether it orders its sides. */
    public boolean orders() {
        return reversed() != this;
    }
}
