package io.millrace.schemas.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private static final Instant NOON = Instant.parse("2015-10-21T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(30);

    private final CircuitBreaker breaker = new CircuitBreaker(3, Duration.ofSeconds(30));

    @Test
    void opensAfterFaultsInARow() throws Exception {
        assertThat(breaker.failed(false, NOON)).isFalse();
        assertThat(breaker.failed(false, NOON)).isFalse();
        assertThat(breaker.admit(NOON)).isFalse();
        assertThat(breaker.failed(false, NOON)).isTrue();

        FaultException refusal = refusal(NOON.plusSeconds(10));
        assertThat(refusal.fault()).isEqualTo(Fault.CIRCUIT_OPEN);
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(20));
        assertThat(refusal.retried()).isTrue();
        assertThat(refusal.after(1).replayable()).isTrue();
    }

    @Test
    void staysClosedWhereAnAnswerComesBetween() throws Exception {
        open(2);
        breaker.worked(false);
        open(2);

        assertThat(breaker.admit(NOON)).isFalse();
    }

    @Test
    void letsASingleTrialThroughAfterTheRest() throws Exception {
        open(3);

        assertThat(breaker.admit(LATER)).isTrue();
        assertThat(refusal(LATER).retryAfter()).isEmpty();
    }

    @Test
    void closesWhereTheTrialWorks() throws Exception {
        open(3);
        breaker.worked(breaker.admit(LATER));

        assertThat(breaker.admit(LATER)).isFalse();
        assertThat(breaker.admit(LATER)).isFalse();
    }

    @Test
    void restsAgainWhereTheTrialFails() throws Exception {
        open(3);

        assertThat(breaker.failed(breaker.admit(LATER), LATER)).isTrue();

        assertThat(refusal(LATER).retryAfter()).contains(Duration.ofSeconds(30));
    }

    @Test
    void letsAnotherTrialThroughWhereOneWasAbandoned() throws Exception {
        open(3);
        breaker.abandoned(breaker.admit(LATER));

        assertThat(breaker.admit(LATER)).isTrue();
    }

    @Test
    void learnsNothingFromRequestsThatBeganBeforeItOpened() {
        open(3);
        breaker.worked(false);
        assertThat(breaker.failed(false, NOON.plusSeconds(20))).isFalse();

        assertThat(refusal(NOON.plusSeconds(20)).retryAfter()).contains(Duration.ofSeconds(10));
    }

    private void open(int faults) {
        for (int i = 1; i <= faults; i++) {
            assertThat(breaker.failed(false, NOON)).isEqualTo(i == 3);
        }
    }

    private FaultException refusal(Instant now) {
        return catchThrowableOfType(FaultException.class, () -> breaker.admit(now));
    }
}
