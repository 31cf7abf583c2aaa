package io.millrace.deploy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.deadletter.Letter;
import io.millrace.deploy.run.PlantedErrors;
import io.millrace.deploy.script.Scenes;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Decision;
import io.millrace.schemas.VerdictKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every strategy without a model: what rules and the embedded apprentice can answer, and what all others say. */
class UnattendedIT {

    private final Fates fates = StrategyRun.fates();

    @Test
    void aRuleAnswersItsItemWithoutAModel() {
        assertThat(fates.decided("item rule")).singleElement().satisfies(record -> {
            assertThat(record.getDecision()).isEqualTo(Decision.KEEP);
            assertThat(Fates.candidate(record).getModel()).isNull();
            assertThat(Fates.candidate(record).getUsage()).isNull();
        });
    }

    @Test
    void theApprenticeIsAcceptedExactlyWhereItDoesNotErrOnPurpose() {
        var planted = new PlantedErrors();

        assertThat(fates.decided("item distillation"))
                .hasSize(StrategySeeds.ITEMS)
                .allSatisfy(record -> {
                    Candidate candidate = Fates.candidate(record);
                    assertThat(requireNonNull(candidate.getModel()).getEndpoint())
                            .isEqualTo("embedded");
                    assertThat(record.getVerified().getVerdict() == VerdictKind.ACCEPTED)
                            .isNotEqualTo(planted.test(candidate));
                })
                .anySatisfy(record -> assertThat(record.getDecision()).isEqualTo(Decision.KEEP));
    }

    @Test
    void everythingElseIsRefusedForWantOfAModel() {
        List<String> seeds = Stream.concat(
                        Scenes.all().stream().map(scene -> "unattended " + scene.strategy()),
                        Stream.of("item best-of-n", "item counterfactual"))
                .distinct()
                .toList();

        assertThat(seeds).allSatisfy(seed -> {
            assertThat(fates.decided(seed)).isEmpty();
            assertThat(fates.refused(seed))
                    .isNotEmpty()
                    .extracting(Letter::errorClass)
                    .containsOnly("NoTeacher");
        });
    }
}
