package io.millrace.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.process.Child;
import io.millrace.deploy.process.Children;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.stage.Input;
import io.millrace.schemas.stage.Lane;
import io.millrace.schemas.stage.Output;
import io.millrace.schemas.stage.StageThread;
import io.millrace.schemas.stage.WindowStage;
import io.millrace.schemas.stage.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowStageIT {

    private static TestBroker broker;

    private Children children;

    @BeforeAll
    static void startBroker() {
        broker = TestBroker.start();
    }

    @AfterAll
    static void stopBroker() {
        // Where the tests are skipped there is none.
        if (broker != null) {
            broker.close();
        }
    }

    @BeforeEach
    void holdChildren(@TempDir Path logs) {
        children = Children.leashed(logs, logs);
    }

    @AfterEach
    void stopChildren() {
        children.close();
    }

    @Test
    void aSlowRecordNeitherHoldsBackTheOthersNorIsTheirWorkDoneAgain() {
        try (var trial = new Trial(bootstrap(), "slow");
                Feed feed = trial.feed()) {
            List<Coordinates> inputs = feed.recordsOf(0, 400);
            Coordinates slow = inputs.get(7);
            var never = new CountDownLatch(1);
            var again = new ConcurrentLinkedQueue<Coordinates>();

            try (WindowStage<Coordinates> stage = trial.start(input -> {
                if (input.readFrom().equals(slow)) {
                    never.await();
                }
                return done(input);
            })) {
                trial.await("all but one are visible", () -> trial.outputs().size() == inputs.size() - 1);
                assertThat(stage.state()).isEqualTo(StageThread.State.RUNNING);
            }
            trial.workOff(inputs, input -> {
                again.add(input.readFrom());
                return done(input);
            });

            assertThat(again).containsExactly(slow);
        }
    }

    @Test
    void whatWaitsForSomethingScarceHoldsBackNothingElse() {
        try (var trial = new Trial(bootstrap(), "scarce");
                Feed feed = trial.feed()) {
            List<Coordinates> inputs = feed.records(1_000);
            var judge = new ScarceWork();

            try (WindowStage<Coordinates> stage = trial.start(judge)) {
                trial.await("all others are visible", () -> trial.outputs().size() == inputs.size() / 2);
                assertThat(stage.state()).isEqualTo(StageThread.State.RUNNING);
            }

            judge.answer();
            trial.workOff(inputs, judge);
        }
    }

    /** Work for which every second record of a partition waits for one of two places, which hold until there is an answer. */
    private static final class ScarceWork implements Work<Coordinates> {

        private final CountDownLatch answer = new CountDownLatch(1);

        @Override
        public List<Output> apply(Input<Coordinates> input) throws InterruptedException {
            if (lane(input.value()).isPresent()) {
                answer.await();
            }
            return done(input);
        }

        @Override
        public Optional<Lane> lane(Coordinates value) {
            return value.getOffset() / Trial.PARTITIONS % 2 == 0 ? Optional.of(new Lane("judge", 2)) : Optional.empty();
        }

        void answer() {
            answer.countDown();
        }
    }

    @Test
    void everyInputHasOneOutcomeHoweverOftenTheProcessIsKilled() {
        try (var trial = new Trial(bootstrap(), "killed");
                Feed feed = trial.feed()) {
            List<Coordinates> inputs = feed.records(2_500);
            var random = new SplittableRandom(17);

            for (int kill = 0; kill < 4; kill++) {
                int enough = trial.accounted().size() + random.nextInt(1, 400);
                Child stage = start("killed", "same");
                trial.await("more is done", () -> trial.accounted().size() >= enough);
                stage.kill();
            }
            start("killed", "same");

            trial.awaitBalance(inputs);
        }
    }

    @Test
    void whatAKilledInstanceLeavesIsDoneByTheOther() {
        try (var trial = new Trial(bootstrap(), "shared");
                Feed feed = trial.feed()) {
            var inputs = new ArrayList<Coordinates>();
            Child first = start("shared", "first");
            start("shared", "second");

            trial.await("both have done some", () -> {
                if (trial.accounted().size() == inputs.size()) {
                    inputs.addAll(feed.records(100));
                }
                return workers(trial).equals(Set.of("first", "second"));
            });
            inputs.addAll(feed.records(500));
            first.kill();

            trial.awaitBalance(inputs);
        }
    }

    @Test
    void nothingIsLostOrDoubledWhenTheBrokerIsKilled() {
        try (var trial = new Trial(bootstrap(), "stranded");
                Feed feed = trial.feed();
                WindowStage<Coordinates> stage = trial.start(input -> StageProcess.toil("only", input))) {
            var inputs = new ArrayList<>(feed.records(1_000));
            trial.await("some are done", () -> trial.accounted().size() >= 200);

            broker.crash();

            trial.awaitBalance(inputs);
            inputs.addAll(feed.records(50));
            trial.awaitBalance(inputs);
            assertThat(stage.state()).isEqualTo(StageThread.State.RUNNING);
        }
    }

    private Child start(String trial, String instance) {
        return children.start(
                StageProcess.program(bootstrap(), trial, instance, Path.of("").toAbsolutePath()));
    }

    private static Set<String> workers(Trial trial) {
        return trial.outputs().stream().map(Tape.Entry::key).collect(Collectors.toSet());
    }

    private static List<Output> done(Input<Coordinates> input) {
        return List.of(Output.of(Trial.output(input.readFrom().getTopic()), "only", input.readFrom()));
    }

    private static String bootstrap() {
        return broker.bootstrap();
    }
}
