package io.millrace.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordIdsTest {

    private static final StrategyRef RULE = new StrategyRef("rule", "1");

    @Test
    void staysTheSameForTheSameInput() {
        assertThat(RecordIds.candidate("s-1", RULE, 0)).isEqualTo(RecordIds.candidate("s-1", RULE, 0));
    }

    @Test
    void differsWhereAnyPartDiffers() {
        String id = RecordIds.candidate("s-1", RULE, 0);

        assertThat(id)
                .isNotEqualTo(RecordIds.candidate("s-2", RULE, 0))
                .isNotEqualTo(RecordIds.candidate("s-1", new StrategyRef("rule", "2"), 0))
                .isNotEqualTo(RecordIds.candidate("s-1", RULE, 1));
    }

    @Test
    void leadsFromEveryStageBackToTheCandidate() {
        String candidate = RecordIds.candidate("s-1", RULE, 0);

        assertThat(RecordIds.candidateOf(RecordIds.verified(candidate))).isEqualTo(candidate);
        assertThat(RecordIds.candidateOf(RecordIds.evaluated(candidate))).isEqualTo(candidate);
        assertThat(RecordIds.candidateOf(candidate)).isEqualTo(candidate);
    }

    @Test
    void tellsPlantedCandidatesFromOthersAtEveryStage() {
        String candidate = RecordIds.candidate("s-1", RULE, 0);
        String planted = RecordIds.planted(candidate);

        assertThat(planted).hasSameSizeAs(candidate).isNotEqualTo(candidate).matches("c-[0-9a-f]{32}");
        assertThat(RecordIds.isPlanted(planted)).isTrue();
        assertThat(RecordIds.isPlanted(RecordIds.evaluated(planted))).isTrue();
        assertThat(RecordIds.isPlanted(candidate)).isFalse();
        assertThat(RecordIds.isPlanted("c-1")).isFalse();
    }
}
