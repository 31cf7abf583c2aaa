package io.millrace.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

    private static final int MANY = 1_000;

    private final List<Integer> results = new ArrayList<>();

    @Test
    void handsOnInTheOrderOfTheWorkWhateverIsDoneFirst() {
        var laterIsDone = new CountDownLatch(1);

        try (var work = new InOrder<Integer>(2, results::add)) {
            work.submit(() -> {
                laterIsDone.await();
                return 1;
            });
            work.submit(() -> {
                laterIsDone.countDown();
                return 2;
            });
            work.finish();
        }

        assertThat(results).containsExactly(1, 2);
    }

    @Test
    void handsOnEverythingOnceWhereThereIsMoreWorkThanRoom() {
        List<Integer> all = IntStream.range(0, MANY).boxed().toList();

        try (var work = new InOrder<Integer>(3, results::add)) {
            all.forEach(number -> work.submit(() -> number));
            work.finish();
        }

        assertThat(results).isEqualTo(all);
    }
}
