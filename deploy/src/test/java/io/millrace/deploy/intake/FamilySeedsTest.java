package io.millrace.deploy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Seed;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FamilySeedsTest {

    private static final Submission SUBMISSION = new Submission("run-1", "demo", Instant.EPOCH);

    private final FamilySeeds seeds = new FamilySeeds("countdown", 2, 5, 3, "rule");

    @Test
    void nameTheItemsThatTheyStandFor() {
        assertThat(seeds.of(SUBMISSION).map(seed -> seed.getStrategy().getParameters()))
                .containsExactly(
                        Map.of("family", "countdown", "level", "2", "index", "5"),
                        Map.of("family", "countdown", "level", "2", "index", "6"),
                        Map.of("family", "countdown", "level", "2", "index", "7"));
    }

    @Test
    void areTheSameInOneDatasetAndOthersInTheNext() {
        Seed seed = first(SUBMISSION);
        Seed again = first(new Submission("again", SUBMISSION.dataset(), Instant.EPOCH.plusSeconds(1)));
        Seed elsewhere = first(new Submission(SUBMISSION.id(), "elsewhere", Instant.EPOCH));

        assertThat(again.getId()).isEqualTo(seed.getId());
        assertThat(elsewhere.getId()).isNotEqualTo(seed.getId());
        assertThat(elsewhere.getProvenance().getContentHash())
                .isEqualTo(seed.getProvenance().getContentHash());
    }

    private Seed first(Submission submission) {
        return seeds.of(submission).findFirst().orElseThrow();
    }
}
