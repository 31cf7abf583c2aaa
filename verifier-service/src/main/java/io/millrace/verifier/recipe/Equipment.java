package io.millrace.verifier.recipe;

import io.millrace.verifier.check.ProbeSuite;
import io.millrace.verifier.code.CodeProbes;
import io.millrace.verifier.code.Limits;
import io.millrace.verifier.code.PythonCode;
import io.millrace.verifier.code.Sandbox;
import io.millrace.verifier.code.SlotPool;
import io.millrace.verifier.code.SqlProbes;
import io.millrace.verifier.code.SqlResult;
import io.millrace.verifier.math.RationalAnswer;
import io.millrace.verifier.puzzle.CountdownRules;
import io.millrace.verifier.text.ExactText;
import java.util.List;

/**
 * What checks need besides their settings.
 *
 * @param slots where queries run
 * @param programs where programs run: the slots too, or another machine
 */
public record Equipment(SlotPool slots, Sandbox programs) {

    /** Every check that this equipment allows for. */
    public CheckCatalogue checks() {
        Connections connections = Connections.usual();
        return new CheckCatalogue()
                .add("exact-text", new ExactText())
                .add("numeric-answer", NumericSettings.class, settings -> new RationalAnswer(settings.policy()))
                .add("countdown-rules", new CountdownRules())
                .add("sql-result", new SqlResult(slots, Limits.DEFAULT))
                .add(
                        "python-tests",
                        ProgramSettings.class,
                        settings -> new PythonCode(programs, Limits.DEFAULT, settings.share()))
                .add("rubric-judge", JudgeSettings.class, settings -> settings.judge(connections))
                .add("remote-score", ScoreSettings.class, settings -> settings.score(connections));
    }

    /** The probes of those checks that bring some. */
    public static List<ProbeSuite> probes() {
        return List.of(new CodeProbes(), new SqlProbes());
    }
}
