package io.millrace.evaluator.dedup;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aNearOneIsNamedUnlessItIsTheCandidateItself() {
        assertThat(Novelty.near("c-2", "c-1", 0.9)).isEqualTo(new Novelty.NearTo("c-1", 0.9));
        assertThat(Novelty.near("c-1", "c-1", 0.9)).isEqualTo(new Novelty.Repeated());
    }

    @Test
    void theKeyTellsDatasetsAndContentsApart() {
        assertThat(ContentKey.of("sums", "cafe"))
                .isNotEqualTo(ContentKey.of("other", "cafe"))
                .isNotEqualTo(ContentKey.of("sums", "beef"));
    }
}
