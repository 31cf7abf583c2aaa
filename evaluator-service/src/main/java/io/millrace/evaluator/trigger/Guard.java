package io.millrace.evaluator.trigger;

import java.util.Locale;

/** What holds a policy back for as long as it is closed. */
public enum Guard {
    /** Closed while a kept record shares text with a benchmark. */
    CONTAMINATION,
    /** Closed while any check's gate is, because it accepted a wrong record that was planted. */
    PLANTED;

    /** As it is called in policies. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
