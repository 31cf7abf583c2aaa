package io.millrace.evaluator.trigger;

import java.util.Locale;

/** What the records of a dataset are told apart by. */
public enum Dimension {
    DIFFICULTY,
    LENGTH,
    DOMAIN,
    TEACHER;

    /** As it is called in policies and events. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
