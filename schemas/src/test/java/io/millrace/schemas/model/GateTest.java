package io.millrace.schemas.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GateTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @AutoClose
    private final HttpClient client = HttpClient.newHttpClient();

    private final Timeline time = new Timeline(Instant.parse("2015-10-21T07:28:00Z"));

    @Test
    void holdsAllRequestsBackWhenTheEndpointAsksOneToComeBackLater() throws Exception {
        Gate gate = gate(Limits.concurrent(4));

        fail(gate, new FaultException(Fault.RATE_LIMITED, "no", Optional.of(Duration.ofSeconds(7))));
        answer(gate);
        answer(gate);

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void waitsNoLongerThanTheLongestPause() throws Exception {
        Gate gate = gate(Limits.concurrent(4));

        fail(gate, new FaultException(Fault.UNAVAILABLE, "no", Optional.of(Duration.ofDays(1))));
        answer(gate);

        assertThat(time.pauses()).containsExactly(MINUTE);
    }

    @Test
    void spreadsRequestsOverTheMinute() throws Exception {
        Gate gate = gate(limits(OptionalInt.of(60), OptionalInt.empty()));

        for (int i = 0; i < 12; i++) {
            answer(gate);
        }

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void spreadsTokensOverTheMinuteAsTheEndpointReportsThem() throws Exception {
        Gate gate = gate(limits(OptionalInt.empty(), OptionalInt.of(600)));

        try (Gate.Pass pass = gate.enter(10)) {
            pass.answered(OptionalLong.of(199));
        }
        answer(gate);

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void refusesRequestsAfterFaultsInARowUntilATrialWorks() throws Exception {
        Gate gate = gate(Limits.concurrent(4));
        for (int i = 0; i < 10; i++) {
            fail(gate, new FaultException(Fault.SERVER_ERROR, "no"));
        }
        assertThatExceptionOfType(FaultException.class).isThrownBy(() -> gate.enter(1));

        time.sleep(Duration.ofSeconds(30));
        Gate.Pass trial = gate.enter(1);
        assertThatExceptionOfType(FaultException.class).isThrownBy(() -> gate.enter(1));
        trial.answered(OptionalLong.empty());
        trial.close();

        answer(gate);
    }

    @Test
    void opensForNoFaultThatIsTheQuestions() throws Exception {
        Gate gate = gate(Limits.concurrent(4));

        for (int i = 0; i < 100; i++) {
            fail(gate, new FaultException(i % 2 == 0 ? Fault.BAD_REQUEST : Fault.RATE_LIMITED, "no"));
        }

        answer(gate);
    }

    @Test
    void letsHalfAsManyThroughAtOnceAfterAnOverload() throws Exception {
        Gate gate = gate(Limits.concurrent(4));
        List<Gate.Pass> passes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            passes.add(gate.enter(1));
        }
        var entered = new CountDownLatch(1);
        Thread next = Thread.ofVirtual().start(() -> {
            try (Gate.Pass pass = gate.enter(1)) {
                entered.countDown();
                pass.answered(OptionalLong.empty());
            } catch (FaultException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        passes.get(0).failed(new FaultException(Fault.RATE_LIMITED, "no"));
        passes.get(0).close();
        passes.get(1).close();
        awaitWaiting(next);
        assertThat(entered.getCount()).isEqualTo(1);
        passes.get(2).close();

        entered.await();
        next.join();
        passes.get(3).close();
    }

    @Test
    void leavesThePlaceOfARequestThatWasInterruptedWhileItWaited() throws Exception {
        var stopping = new Transport(client, retries(), time, () -> 0, duration -> {
            throw new InterruptedException();
        });
        Gate gate = new Gate("models.example", Limits.concurrent(1), stopping);
        fail(gate, new FaultException(Fault.RATE_LIMITED, "no", Optional.of(MINUTE)));

        assertThatThrownBy(() -> gate.enter(1)).isInstanceOf(InterruptedException.class);

        time.sleep(MINUTE);
        answer(gate);
    }

    /** Until it waits for a place: with too many of them under way it comes back to that after each wake-up. */
    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void answer(Gate gate) throws FaultException, InterruptedException {
        try (Gate.Pass pass = gate.enter(1)) {
            pass.answered(OptionalLong.empty());
        }
    }

    private static void fail(Gate gate, FaultException failure) throws FaultException, InterruptedException {
        try (Gate.Pass pass = gate.enter(1)) {
            pass.failed(failure);
        }
    }

    private Gate gate(Limits limits) {
        return new Gate("models.example", limits, new Transport(client, retries(), time, () -> 0, time));
    }

    private static Retries retries() {
        return new Retries(3, Duration.ofMillis(500), MINUTE);
    }

    private static Limits limits(OptionalInt requests, OptionalInt tokens) {
        return new Limits(4, requests, tokens, 10, Duration.ofSeconds(30));
    }
}
