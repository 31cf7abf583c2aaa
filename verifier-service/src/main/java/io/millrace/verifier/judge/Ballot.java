package io.millrace.verifier.judge;

import java.util.List;

/** What a judge answered to one questionnaire. */
sealed interface Ballot {

    /**
     * An answer to every statement.
     *
     * @param met whether each criterion is met, in the order of the rubric
     */
    record Valid(List<Boolean> met) implements Ballot {

        public Valid {
            met = List.copyOf(met);
        }
    }

    /** No answer that could be read, or one that cannot be trusted. */
    record Spoilt(String why) implements Ballot {}
}
