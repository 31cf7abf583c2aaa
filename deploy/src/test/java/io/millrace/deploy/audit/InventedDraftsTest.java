package io.millrace.deploy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.intake.Intake;
import io.millrace.deploy.intake.SeedLines;
import io.millrace.deploy.intake.Submission;
import io.millrace.generator.counterfactual.Counterfactual;
import io.millrace.generator.expansion.Expansion;
import io.millrace.generator.llm.TaughtStrategy;
import io.millrace.generator.llm.Teacher;
import io.millrace.generator.llm.Technique;
import io.millrace.generator.rule.Families;
import io.millrace.generator.selfplay.SelfPlay;
import io.millrace.generator.strategy.Draft;
import io.millrace.generator.strategy.Sample;
import io.millrace.schemas.Message;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Seed;
import io.millrace.schemas.VerdictKind;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.Model;
import io.millrace.schemas.model.ModelRequest;
import io.millrace.verifier.check.Examination;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.code.SlotPool;
import io.millrace.verifier.code.SlotSettings;
import io.millrace.verifier.recipe.Equipment;
import io.millrace.verifier.recipe.RecipeReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that a teacher invents, judged as the verifier judges them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InventedDraftsTest {

    private static final ModelRef SCRIPTED = new ModelRef("scripted", "scripted/1", "embedded");
    private static final Submission SUBMISSION = new Submission("test", "test", Instant.EPOCH);

    @TempDir
    private Path directory;

    private SlotPool slots;
    private Examination examination;

    @BeforeAll
    void equip() throws Exception {
        slots = new SlotPool(SlotSettings.of(1));
        var steps = new Equipment(slots, slots).checks().steps(RecipeReader.standard());
        examination = new Examination(steps, System::nanoTime);
    }

    @AfterAll
    void end() {
        slots.close();
    }

    @ParameterizedTest
    @CsvSource({"42,Answer: 42", "'1,234.50','Answer: $1,234.5$.'", "\\frac{5}{6},Answer: 5/6", "x + 1,Answer: $X + 1$"
    })
    void acceptsWhatSolversAgreeOn(String answer, String solution) throws Exception {
        Seed seed = seed("\"samples\":1", "self-play", "{\"topic\":\"mills\"}");
        String invented = "{\"problem\":\"How often does it turn?\",\"solution\":\"-\",\"answer\":\"%s\"}"
                .formatted(answer.replace("\\", "\\\\"));

        assertThat(verdict(new SelfPlay(), seed, request -> request.step().equals("invent") ? invented : solution))
                .isEqualTo(VerdictKind.ACCEPTED);
    }

    @Test
    void provesInventedProgramsBeforeItJudges() throws Exception {
        Seed seed = seed("\"samples\":1", "self-play", "{\"topic\":\"mills\",\"subject\":\"code\"}");
        String right = "```python\ndef f(n):\n    return 1 + n\n```";
        String wrong = "```python\ndef f(n):\n    return abs(n) + 1\n```";

        assertThat(program(seed, "n + 1", right)).isEqualTo(VerdictKind.ACCEPTED);
        assertThat(program(seed, "n + 1", wrong)).isEqualTo(VerdictKind.REJECTED);
        assertThat(program(seed, "n + 2", right)).as("its reference fails").isEqualTo(VerdictKind.UNDECIDED);
    }

    private VerdictKind program(Seed seed, String reference, String reply) throws Exception {
        String invented = """
                {"problem":"Write f, which adds one to a number.","entryPoint":"f","tests":["assert f(1) == 2",
                "assert f(0) == 1","assert f(-5) == -4"],"solution":"def f(n):\\n    return %s"}""".formatted(reference);
        return verdict(new SelfPlay(), seed, request -> request.step().equals("invent") ? invented : reply);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'words','atLeast':3,'atMost':9} | The water turns the wheel. | Water turns.",
                "{'type':'sentences','exactly':2} | The water turns it. It grinds. | The water turns it.",
                "{'type':'paragraphs','atLeast':2} | The water falls.~~The wheel turns. | The water turns the wheel.",
                "{'type':'characters','atMost':30} | The water turns the wheel. | The water turns the old wheel there.",
                "{'type':'headings','exactly':1} | # Mills~~The water turns it. | The water turns the wheel.",
                "{'type':'bullets','exactly':2} | - The water~- The wind | - The water",
                "{'type':'placeholders','exactly':1} | Ask [name] about the water. | Ask him about the water.",
                "{'type':'contains','keyword':'wheel'} | The water turns the wheel. | The water turns it.",
                "{'type':'contains','keyword':'mill','exactly':1} | The mill is there. | The mill is a mill.",
                "{'type':'excludes','keyword':'Mill','caseSensitive':true} | The mill is there. | The Mill is there.",
                "{'type':'startsWith','text':'Well'} | Well, the water turns it. | The water turns it.",
                "{'type':'endsWith','text':'So it is.'} | The water turns it. So it is. | The water turns it.",
                "{'type':'case','is':'lower'} | the water turns it. | The water turns it.",
                "{'type':'noCommas'} | The water turns it. | Well, the water turns it.",
                "{'type':'quoted'} | \"The water turns it.\" | The water turns it.",
                "{'type':'json'} | {\"drive\":\"water\"} | The water turns it."
            })
    void judgesRepliesByEveryFormOfConstraint(String constraint, String met, String violated) throws Exception {
        Seed seed = seed(
                "\"samples\":1",
                "expansion",
                "{\"instruction\":\"Say how a mill works.\",\"operation\":\"constrained\"}");
        String expanded = "{\"instruction\":\"Say briefly how a mill works.\",\"constraints\":[%s]}"
                .formatted(constraint.replace('\'', '"'));

        assertThat(reply(seed, expanded, met)).isEqualTo(VerdictKind.ACCEPTED);
        assertThat(reply(seed, expanded, violated)).isEqualTo(VerdictKind.REJECTED);
    }

    private VerdictKind reply(Seed seed, String expanded, String reply) throws Exception {
        String text = reply.replace('~', '\n');
        return verdict(new Expansion(), seed, request -> request.step().equals(ModelRequest.ANSWER) ? text : expanded);
    }

    @Test
    void judgesTheContraryOfAQuestion() throws Exception {
        Seed seed = seed(
                "\"kind\":\"text\",\"prompt\":\"Are all 12 sacks full?\",\"reference\":{\"answer\":\"yes\"}",
                "counterfactual",
                "{\"change\":\"negation\"}");

        assertThat(contrary(seed, "Answer: no")).isEqualTo(VerdictKind.ACCEPTED);
        assertThat(contrary(seed, "Answer: yes")).isEqualTo(VerdictKind.REJECTED);
    }

    private VerdictKind contrary(Seed seed, String reply) throws Exception {
        var technique = new Counterfactual(new Families(), any -> Objects.requireNonNull(any.getTask()));
        return verdict(technique, seed, request -> switch (request.step()) {
            case "reword" -> "{\"problem\":\"Is any of the 12 sacks not full?\"}";
            case "compare" -> "{\"reason\":\"negated\",\"meaning\":\"opposite\"}";
            default -> reply;
        });
    }

    private VerdictKind verdict(Technique technique, Seed seed, Function<ModelRequest, String> teacher)
            throws Exception {
        Model model = request -> completion(teacher.apply(request));
        var strategy = new TaughtStrategy(
                technique, new Teacher(model, "scripted", Sampling.newBuilder().build()));
        Draft draft = ((Sample.Made) strategy.make(seed).getFirst()).draft();
        return examination
                .of(new Probe("draft", draft.task(), draft.messages(), true).candidate())
                .verdict();
    }

    private static Completion completion(String answer) {
        Message message =
                Message.newBuilder().setRole("assistant").setContent(answer).build();
        return new Completion(message, SCRIPTED, "stop", null, 0, 1);
    }

    private Seed seed(String fields, String strategy, String parameters) throws Exception {
        Path file = directory.resolve("seeds.jsonl");
        Files.writeString(file, """
                {"id":"s-1",%s,"strategy":{"name":"%s","parameters":%s},"source":{"name":"test"}}
                """.formatted(fields, strategy, parameters));
        Intake<Seed> seeds = SeedLines.read(file, SUBMISSION);
        assertThat(seeds.bad()).isEmpty();
        return seeds.good().getFirst();
    }
}
