package io.millrace.evaluator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.evaluator.Samples;
import io.millrace.evaluator.contamination.Exposure;
import io.millrace.evaluator.policy.Evaluator;
import io.millrace.evaluator.policy.Ruling;
import io.millrace.evaluator.policy.SplitShares;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Verified;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class BriefTest {

    private static final Evaluator EVALUATOR = new Evaluator(new SplitShares(1, 0, 0), List.of(), Samples.PRODUCER);

    private final Brief.Format format = new Brief.Format();

    @Test
    void doesNotDependOnWhoMadeTheCandidate() {
        Brief one = brief(Samples.accepted("seed-1", "Answer: 42"));
        Brief other = brief(Samples.accepted("seed-2", "Answer: 42  \r\n"));

        assertThat(one.saysTheSame(other)).isTrue();
        assertThat(one.contentKey()).isEqualTo(other.contentKey());
        assertThat(one.saysTheSame(brief(Samples.accepted("seed-1", "Answer: 43"))))
                .isFalse();
    }

    @Test
    void nothingIsTheSameOrNearInAnotherDataset() {
        Brief one = brief(Samples.accepted("seed-1", "Answer: 42"));
        Brief other = brief(Samples.seedBuilder("seed-1").setDataset("other").build());

        assertThat(one.contentHash()).isEqualTo(other.contentHash());
        assertThat(one.saysTheSame(other)).isFalse();
        assertThat(one.contentKey()).isNotEqualTo(other.contentKey());
        assertThat(one.similarity(other)).isZero();
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        Seed seed = Samples.seedBuilder("seed-1")
                .setDifficulty("3")
                .setTags(List.of("nurse", "日本語"))
                .setProtectedCase(true)
                .build();
        for (Brief brief : List.of(brief(seed), brief(Samples.seed("seed-2")))) {
            byte[] bytes = format.serializer().serialize("any", brief);

            assertThat(format.deserializer().deserialize("any", bytes))
                    .usingRecursiveComparison()
                    .isEqualTo(brief);
        }
    }

    @Test
    void travelsInAHeaderThatGoesNoFurther() {
        var draft = new Draft("seed-1", true, brief(Samples.accepted("seed-1", "naïve 42")));
        var headers = new RecordHeaders();

        draft.writeTo(headers);

        assertThat(Draft.take(headers)).usingRecursiveComparison().isEqualTo(draft);
        assertThat(headers).isEmpty();
        assertThatThrownBy(() -> Draft.take(headers)).isInstanceOf(IllegalStateException.class);
    }

    static Brief brief(Verified verified) {
        var place = new Coordinates("verified", 0, 0L);
        return Brief.of(EVALUATOR.evaluate(verified, Ruling.kept(), Exposure.NONE, place, Samples.CREATED));
    }

    private static Brief brief(Seed seed) {
        Candidate candidate = Samples.candidate(seed, "Answer: 42");
        return brief(Verified.newBuilder(Samples.accepted(seed.getId(), "Answer: 42"))
                .setCandidate(candidate)
                .build());
    }
}
