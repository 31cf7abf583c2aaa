package io.millrace.verifier.answer;

import io.millrace.schemas.Extraction;

/** What looking for the final answer came to. */
public sealed interface Extracted {

    /** The one answer. */
    record Found(Extraction extraction) implements Extracted {

        public String answer() {
            return extraction.getAnswer();
        }

        /** Whether the text says that this is its answer. */
        public boolean marked() {
            return !extraction.getRule().equals(Marking.LAST_NUMBER.label())
                    && !extraction.getRule().equals(Marking.LAST_FORMULA.label());
        }
    }

    /** No answer, or several that differ. */
    record Nothing(String why) implements Extracted {}
}
