package io.millrace.verifier.math.compare;

import java.util.Locale;

/** The step of a comparison that decided, the cheap ones first. */
public enum Stage {
    /** The same characters. */
    TEXT,
    /** The same expression. */
    TREE,
    /** The letter of a choice. */
    CHOICE,
    /** The same words. */
    WORDS,
    RELATION,
    MATRIX,
    /** Intervals and their unions. */
    INTERVAL,
    /** Lists, sets and tuples. */
    LIST,
    RATIO,
    UNIT,
    PERCENT,
    /** Exact fractions. */
    EXACT,
    /** A decimal beside the number that it may round. */
    DECIMALS,
    /** Exact values at chosen points. */
    EXACT_POINTS,
    /** Approximate values at chosen points. */
    NUMERIC,
    /** The comparison took more work than one may. */
    FUEL;

    /** As records name it, for instance "exact-points". */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
