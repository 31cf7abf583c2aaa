package io.millrace.evaluator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.evaluator.Samples;
import io.millrace.schemas.Candidate;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class PrintTest {

    @Test
    void ignoresWhoMadeTheCandidateAndWhatItSaysOfItself() {
        Candidate one = Samples.candidate(Samples.seed("seed-1"), "Answer: 42");
        Candidate other = Samples.candidate(Samples.seed("seed-2"), "Answer: 42  \r\n");

        assertThat(Print.of(one).contentHash())
                .isEqualTo(Print.of(other).contentHash())
                .isNotEqualTo(one.getProvenance().getContentHash())
                .isNotEqualTo(Print.of(Samples.candidate(Samples.seed("seed-1"), "Answer: 43"))
                        .contentHash());
    }

    @Test
    void travelsInAHeaderThatGoesNoFurther() {
        Print print = Print.of(Samples.candidate(Samples.seed("seed-1"), "Answer: 42"));
        var headers = new RecordHeaders();

        print.writeTo(headers);
        Print taken = Print.take(headers);

        assertThat(taken.contentHash()).isEqualTo(print.contentHash());
        assertThat(taken.fingerprint().similarity(print.fingerprint())).isEqualTo(1);
        assertThat(headers).isEmpty();
        assertThatThrownBy(() -> Print.take(headers)).isInstanceOf(IllegalStateException.class);
    }
}
