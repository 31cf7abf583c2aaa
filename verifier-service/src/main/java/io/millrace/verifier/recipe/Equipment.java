package io.millrace.verifier.recipe;

import io.millrace.verifier.check.ProbeSuite;
import io.millrace.verifier.code.Limits;
import io.millrace.verifier.code.PythonCode;
import io.millrace.verifier.code.Sandbox;
import io.millrace.verifier.math.RationalAnswer;
import io.millrace.verifier.puzzle.CountdownRules;
import io.millrace.verifier.text.ExactText;
import java.util.List;

/**
 * What checks need besides their settings.
 *
 * @param sandbox where foreign code runs
 */
public record Equipment(Sandbox sandbox) {

    /** Every check that this equipment allows for. */
    public CheckCatalogue checks() {
        Connections connections = Connections.usual();
        return new CheckCatalogue()
                .add("exact-text", new ExactText())
                .add("numeric-answer", NumericSettings.class, settings -> new RationalAnswer(settings.policy()))
                .add("countdown-rules", new CountdownRules())
                .add("python-tests", new PythonCode(sandbox, Limits.DEFAULT))
                .add("rubric-judge", JudgeSettings.class, settings -> settings.judge(connections))
                .add("remote-score", ScoreSettings.class, settings -> settings.score(connections));
    }

    /** The probes of those checks that bring some. */
    public static List<ProbeSuite> probes() {
        return List.of();
    }
}
