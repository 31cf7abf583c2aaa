package io.millrace.verifier.language;

/** Whether a text is in a language. */
public enum LanguageMatch {
    SAME,
    OTHER,
    /** The text is too short or too mixed, or the language is not one that is known here. */
    UNDECIDED
}
