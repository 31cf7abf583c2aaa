package io.millrace.verifier.recipe;

import io.millrace.verifier.check.ProbeSuite;
import io.millrace.verifier.code.CodeProbes;
import io.millrace.verifier.code.ForeignCodeProbes;
import io.millrace.verifier.code.Language;
import io.millrace.verifier.code.Limits;
import io.millrace.verifier.code.ProgramTests;
import io.millrace.verifier.code.Sandbox;
import io.millrace.verifier.code.SlotPool;
import io.millrace.verifier.code.SqlProbes;
import io.millrace.verifier.code.SqlResult;
import io.millrace.verifier.constraint.ConstraintProbes;
import io.millrace.verifier.constraint.InstructionConstraints;
import io.millrace.verifier.factuality.FactProbes;
import io.millrace.verifier.factuality.ReferenceFacts;
import io.millrace.verifier.grounding.GroundingProbes;
import io.millrace.verifier.grounding.PolicyGrounding;
import io.millrace.verifier.grounding.Silence;
import io.millrace.verifier.language.LanguageDetection;
import io.millrace.verifier.math.MathAnswer;
import io.millrace.verifier.math.MathProbes;
import io.millrace.verifier.math.MathSteps;
import io.millrace.verifier.puzzle.CountdownRules;
import io.millrace.verifier.puzzle.JugRules;
import io.millrace.verifier.reply.CompleteReply;
import io.millrace.verifier.reply.Repetition;
import io.millrace.verifier.reply.ReplyLanguage;
import io.millrace.verifier.reply.ReplyProbes;
import io.millrace.verifier.safety.ExpectedHandling;
import io.millrace.verifier.safety.HandlingProbes;
import io.millrace.verifier.safety.RefusalRules;
import io.millrace.verifier.sensitive.SensitiveData;
import io.millrace.verifier.sensitive.SensitiveProbes;
import io.millrace.verifier.structured.FieldEquality;
import io.millrace.verifier.structured.SchemaCheck;
import io.millrace.verifier.structured.StructuredProbes;
import io.millrace.verifier.text.ExactText;
import io.millrace.verifier.text.NormalisedText;
import io.millrace.verifier.text.TextProbes;
import io.millrace.verifier.tool.ToolProbes;
import io.millrace.verifier.tool.ToolTrace;
import java.util.List;

/**
 * What checks need besides their settings.
 *
 * @param slots where queries run
 * @param programs where programs run: the slots too, or another machine
 */
public record Equipment(SlotPool slots, Sandbox programs, FactTopic facts) {

    /** Equipment without a broker. */
    public Equipment(SlotPool slots, Sandbox programs) {
        this(slots, programs, maxMegabytes -> {
            throw new UnfitRecipeException("settings of reference-facts: there is no broker here to read a topic from");
        });
    }

    /** Every check that this equipment allows for. */
    public CheckCatalogue checks() {
        Connections connections = Connections.usual();
        LanguageDetection languages = new LanguageDetection();
        CheckCatalogue checks = new CheckCatalogue()
                .add("exact-text", new ExactText())
                .add("normalised-text", new NormalisedText())
                .add("complete-reply", new CompleteReply())
                .add("repetition", new Repetition())
                .add("reply-language", new ReplyLanguage(languages))
                .add("sensitive-data", SensitiveSettings.class, settings -> new SensitiveData(settings.policy()))
                .add("json-schema", new SchemaCheck())
                .add("json-fields", new FieldEquality())
                .add("tool-trace", new ToolTrace())
                .add("instruction-constraints", new InstructionConstraints(languages))
                .add("expected-handling", new ExpectedHandling(RefusalRules.standard()))
                .add("policy-grounding", new PolicyGrounding(Silence.standard()))
                .add("reference-facts", FactSettings.class, settings -> new ReferenceFacts(settings.table(facts)))
                .add("math-answer", MathSettings.class, settings -> new MathAnswer(settings.policy()))
                .add("math-steps", new MathSteps())
                .add("countdown-rules", new CountdownRules())
                .add("jug-rules", new JugRules())
                .add("sql-result", new SqlResult(slots, Limits.DEFAULT))
                .add("rubric-judge", JudgeSettings.class, settings -> settings.judge(connections))
                .add("remote-score", ScoreSettings.class, settings -> settings.score(connections));
        for (Language language : Language.values()) {
            checks.add(
                    ProgramTests.nameFor(language),
                    ProgramSettings.class,
                    settings -> new ProgramTests(language, programs, Limits.DEFAULT, settings.share()));
        }
        return checks;
    }

    /** The probes of those checks that bring some. */
    public static List<ProbeSuite> probes() {
        return List.of(
                new TextProbes(),
                new MathProbes(),
                StructuredProbes.ofSchema(),
                StructuredProbes.ofFields(),
                new ToolProbes(),
                new ConstraintProbes(),
                new GroundingProbes(),
                new FactProbes(),
                new HandlingProbes(),
                ReplyProbes.ofCompleteness(),
                ReplyProbes.ofRepetition(),
                ReplyProbes.ofLanguage(),
                new SensitiveProbes(),
                new SqlProbes(),
                new CodeProbes(),
                ForeignCodeProbes.of(Language.JAVASCRIPT),
                ForeignCodeProbes.of(Language.JAVA));
    }
}
