package io.millrace.evaluator.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.evaluator.Samples;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Seed;
import org.junit.jupiter.api.Test;

class NoveltyTest {

    @Test
    void theFirstIsNew() {
        assertThat(Novelty.of("c-1", null)).isEqualTo(new Novelty.First());
    }

    @Test
    void aCandidateIsNeverItsOwnDuplicate() {
        assertThat(Novelty.of("c-1", "c-1")).isEqualTo(new Novelty.Repeated());
    }

    @Test
    void namesWhoSaidItFirst() {
        assertThat(Novelty.of("c-2", "c-1")).isEqualTo(new Novelty.DuplicateOf("c-1"));
    }

    @Test
    void theKeyIgnoresWhoMadeTheCandidateAndWhatItSaysOfItself() {
        Candidate one = Samples.candidate(Samples.seed("seed-1"), "Answer: 42");
        Candidate other = Samples.candidate(Samples.seed("seed-2"), "Answer: 42  \r\n");

        assertThat(ContentKey.of(one)).isEqualTo(ContentKey.of(other));
    }

    @Test
    void theKeyTellsDatasetsAndAnswersApart() {
        Seed elsewhere = Samples.seedBuilder("seed-1").setDataset("other").build();
        Candidate candidate = Samples.candidate(Samples.seed("seed-1"), "Answer: 42");

        assertThat(ContentKey.of(candidate))
                .isNotEqualTo(ContentKey.of(Samples.candidate(elsewhere, "Answer: 42")))
                .isNotEqualTo(ContentKey.of(Samples.candidate(Samples.seed("seed-1"), "Answer: 43")));
    }
}
