package io.millrace.evaluator.policy;

import java.util.Locale;

/** What the records of a dataset are balanced by. */
public enum Axis {
    DOMAIN,
    LANGUAGE,
    DIFFICULTY,
    /** Each of the seed's tags, for instance a persona's. */
    TAG,
    SYNTHETIC;

    /** As it is written in settings and receipts. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
