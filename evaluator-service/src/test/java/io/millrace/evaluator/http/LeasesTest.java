package io.millrace.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeasesTest {

    private Instant now = Instant.EPOCH;
    private final Leases leases = new Leases(() -> now);

    @Test
    void aRecordIsGivenToOneAtATime() {
        assertThat(leases.take("c-1", "ann")).isTrue();
        assertThat(leases.take("c-1", "bob")).isFalse();
        assertThat(leases.take("c-1", "ann")).isTrue();
    }

    @Test
    void whoTakesAnotherGivesTheFirstBack() {
        leases.take("c-1", "ann");
        leases.take("c-2", "ann");

        assertThat(leases.take("c-1", "bob")).isTrue();
        assertThat(leases.take("c-2", "cem")).isFalse();
    }

    @Test
    void whoGoesAwayKeepsNothingForEver() {
        leases.take("c-1", "ann");

        now = now.plus(Duration.ofMinutes(11));

        assertThat(leases.take("c-1", "bob")).isTrue();
    }
}
