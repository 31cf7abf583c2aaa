package io.millrace.verifier.recipe;

import io.millrace.verifier.code.Limits;
import io.millrace.verifier.code.PythonCode;
import io.millrace.verifier.code.Sandbox;
import io.millrace.verifier.math.RationalAnswer;
import io.millrace.verifier.puzzle.CountdownRules;
import io.millrace.verifier.text.ExactText;

/**
 * What checks need besides their settings.
 *
 * @param sandbox where foreign code runs
 */
public record Equipment(Sandbox sandbox) {

    /** Every check that this equipment allows for. */
    public CheckCatalogue checks() {
        return new CheckCatalogue()
                .add("exact-text", new ExactText())
                .add("numeric-answer", NumericSettings.class, settings -> new RationalAnswer(settings.policy()))
                .add("countdown-rules", new CountdownRules())
                .add("python-tests", new PythonCode(sandbox, Limits.DEFAULT));
    }
}
