package io.millrace.schemas.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LanesTest {

    private static final Optional<Lane> JUDGE = Optional.of(new Lane("judge", 2));
    private static final Optional<Lane> WINDOW = Optional.empty();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicInteger records = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private final Semaphore begins = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);
    private final Lanes lanes = new Lanes(new WindowSettings(3, 100, Duration.ZERO, 1), records);

    @AfterEach
    void stop() {
        lanes.stop();
    }

    @Test
    void worksOnNoMoreOfALaneThanIsWide() throws Exception {
        for (int record = 0; record < 5; record++) {
            lanes.execute(JUDGE, 1, this::workUntilTheEnd);
        }
        begins.acquire(2);

        lanes.execute(WINDOW, 1, this::workUntilTheEnd);
        begins.acquire();

        assertThat(begun).hasValue(3);
        assertThat(records).hasValue(6);
        end.countDown();
        begins.acquire(3);
        assertThat(lanes.finish(PATIENCE)).isTrue();
        assertThat(lanes.isEmpty()).isTrue();
    }

    @Test
    void hasRoomHoweverManyWaitInALaneUntilTheyAreTooMuchToHold() throws Exception {
        lanes.execute(JUDGE, 1_000, this::workUntilTheEnd);
        lanes.execute(JUDGE, 1_000, this::workUntilTheEnd);
        begins.acquire(2);
        for (int record = 0; record < 9; record++) {
            lanes.execute(JUDGE, 11, this::workUntilTheEnd);
        }
        assertThat(lanes.hasRoom()).isTrue();

        lanes.execute(JUDGE, 11, this::workUntilTheEnd);

        assertThat(lanes.hasRoom()).isFalse();
    }

    @Test
    void hasNoRoomWhileTheWindowIsFull() throws Exception {
        for (int record = 0; record < 3; record++) {
            assertThat(lanes.hasRoom()).isTrue();
            lanes.execute(WINDOW, 1, this::workUntilTheEnd);
        }

        assertThat(lanes.hasRoom()).isFalse();
        end.countDown();
        assertThat(lanes.finish(PATIENCE)).isTrue();
        assertThat(lanes.hasRoom()).isTrue();
    }

    @Test
    void beginsNothingNewOnceItIsToFinish() throws Exception {
        for (int record = 0; record < 5; record++) {
            lanes.execute(JUDGE, 1, this::workUntilTheEnd);
        }
        begins.acquire(2);

        assertThat(lanes.finish(Duration.ofMillis(1))).isFalse();
        end.countDown();

        assertThat(lanes.finish(PATIENCE)).isTrue();
        assertThat(begun).hasValue(2);
    }

    private void workUntilTheEnd() {
        begun.incrementAndGet();
        begins.release();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
