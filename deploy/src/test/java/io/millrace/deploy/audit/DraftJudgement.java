package io.millrace.deploy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.intake.Intake;
import io.millrace.deploy.intake.SeedLines;
import io.millrace.deploy.intake.Submission;
import io.millrace.generator.llm.TaughtStrategy;
import io.millrace.generator.llm.Teacher;
import io.millrace.generator.llm.Technique;
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
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Judges what strategies draft as the verifier does, with its own recipe and sandbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DraftJudgement {

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

    /** The verdict on one sample of a seed, all questions answered by the script. */
    final VerdictKind verdict(Technique technique, Seed seed, Function<ModelRequest, String> script, int sample)
            throws Exception {
        Model model = request -> completion(script.apply(request));
        var teacher = new Teacher(model, "scripted", Sampling.newBuilder().build());
        Draft draft =
                ((Sample.Made) new TaughtStrategy(technique, teacher).make(seed).get(sample)).draft();
        return examination
                .of(new Probe("draft", draft.task(), draft.messages(), true).candidate())
                .verdict();
    }

    private static Completion completion(String answer) {
        Message message =
                Message.newBuilder().setRole("assistant").setContent(answer).build();
        return new Completion(message, SCRIPTED, "stop", null, 0, 1);
    }

    /** A seed as somebody hands it in. */
    final Seed seed(String fields, String strategy, String parameters) throws Exception {
        Path file = directory.resolve("seeds.jsonl");
        Files.writeString(file, """
                {"id":"s-1",%s,"strategy":{"name":"%s","parameters":%s},"source":{"name":"test"}}
                """.formatted(fields, strategy, parameters));
        Intake<Seed> seeds = SeedLines.read(file, SUBMISSION);
        assertThat(seeds.bad()).isEmpty();
        return seeds.good().getFirst();
    }
}
