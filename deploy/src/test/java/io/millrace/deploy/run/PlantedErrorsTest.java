package io.millrace.deploy.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.intake.FamilySeeds;
import io.millrace.deploy.intake.Submission;
import io.millrace.generator.rule.Apprentice;
import io.millrace.generator.rule.Families;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.ModelRef;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StrategyRef;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantedErrorsTest {

    private static final StrategyRef STRATEGY = new StrategyRef("distillation", "1");
    private static final List<Seed> SEEDS = new FamilySeeds("word-problems", 2, 0, 200, "distillation")
            .of(new Submission("run-1", "demo", Instant.EPOCH))
            .toList();

    private final Families families = new Families();
    private final PlantedErrors plantedErrors = new PlantedErrors();

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.7, 1})
    void areTheAnswersThatTheApprenticeGotWrongAtAnyRate(double rate) throws ModelException {
        var apprentice = new Apprentice(families, rate);

        for (Seed seed : SEEDS) {
            Candidate candidate = candidate(seed, apprentice.complete(request(seed)));

            assertThat(plantedErrors.test(candidate)).isEqualTo(apprentice.errs(seed, 0));
        }
    }

    @Test
    void areNotWhatAnotherModelSaid() throws ModelException {
        Completion wrong = new Apprentice(families, 1).complete(request(SEEDS.getFirst()));
        Candidate candidate = Candidate.newBuilder(candidate(SEEDS.getFirst(), wrong))
                .setModel(new ModelRef("apprentice", "apprentice/1", "https://example.org/v1"))
                .build();

        assertThat(plantedErrors).rejects(candidate);
    }

    private static ModelRequest request(Seed seed) {
        return new ModelRequest(seed, 0, List.of(), Sampling.newBuilder().build());
    }

    private Candidate candidate(Seed seed, Completion completion) {
        return Candidate.newBuilder()
                .setId(RecordIds.candidate(seed.getId(), STRATEGY, 0))
                .setProvenance(seed.getProvenance())
                .setSeed(seed)
                .setTask(families.task(seed))
                .setStrategy(STRATEGY)
                .setSampleIndex(0)
                .setMessages(List.of(completion.answer()))
                .setModel(completion.model())
                .build();
    }
}
