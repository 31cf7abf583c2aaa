package io.millrace.evaluator.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoveltyTest {

    @Test
    void aCandidateIsNeverItsOwnDuplicate() {
        assertThat(Novelty.same("c-1", "c-1")).isEqualTo(new Novelty.Repeated());
    }

    @Test
    void namesWhoSaidItFirst() {
        assertThat(Novelty.same("c-2", "c-1")).isEqualTo(new Novelty.DuplicateOf("c-1"));
    }

    @Test
    void aNearOneIsNamedUnlessItIsTheCandidateItself() {
        assertThat(Novelty.near("c-2", "c-1", 0.9)).isEqualTo(new Novelty.NearTo("c-1", 0.9));
        assertThat(Novelty.near("c-1", "c-1", 0.9)).isEqualTo(new Novelty.Repeated());
    }
}
