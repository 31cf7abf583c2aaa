package io.millrace.evaluator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class OriginTest {

    @Test
    void isReadAsItWasWritten() {
        var headers = new RecordHeaders();
        var origin = new Origin(3, 1L << 40, "seed-1 ä");

        origin.writeTo(headers);

        assertThat(Origin.find(headers)).contains(origin);
    }

    @Test
    void whatAnOutsiderClaimsIsOverwritten() {
        var headers = new RecordHeaders();
        new Origin(9, 9, "forged").writeTo(headers);

        new Origin(1, 2, "seed-1").writeTo(headers);

        assertThat(Origin.take(headers)).isEqualTo(new Origin(1, 2, "seed-1"));
        assertThat(headers).isEmpty();
    }
}
