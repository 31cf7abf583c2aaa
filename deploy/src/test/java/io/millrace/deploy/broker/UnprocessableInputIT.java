package io.millrace.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.stage.Output;
import io.millrace.schemas.stage.UnprocessableException;
import io.millrace.schemas.stage.Work;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UnprocessableInputIT {

    private static final Work<Coordinates> PASS_ON =
            input -> List.of(Output.of(Trial.output(input.readFrom().getTopic()), "only", input.readFrom()));

    private static TestBroker broker;

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

    @Test
    void poisonIsADeadLetterWithItsBytesAndTheRestGoesOn() {
        try (Trial trial = trial("poison");
                Feed feed = trial.feed()) {
            var inputs = new ArrayList<>(feed.records(20));
            var poison = new HashMap<Coordinates, byte[]>();
            for (byte[] bytes : poison(feed.good())) {
                poison.put(feed.raw(bytes), bytes);
            }
            Coordinates empty = feed.raw(null);
            inputs.addAll(poison.keySet());
            inputs.add(empty);
            inputs.addAll(feed.records(20));

            trial.workOff(inputs, PASS_ON);

            Map<Coordinates, DeadLetter> letters = letters(trial);
            assertThat(letters).hasSize(poison.size() + 1);
            poison.forEach((place, bytes) -> assertThat(letters.get(place))
                    .returns(ByteBuffer.wrap(bytes), DeadLetter::getValue)
                    .returns(SerializationException.class.getName(), DeadLetter::getErrorClass)
                    .returns(false, DeadLetter::getReplayable));
            assertThat(letters.get(empty)).returns(null, DeadLetter::getValue);
        }
    }

    @Test
    void aRecordTooLargeForADeadLetterIsNamedByItsPlace() {
        try (Trial trial = trial("bomb");
                Feed feed = trial.feed()) {
            var inputs = new ArrayList<Coordinates>();
            inputs.add(feed.raw(new byte[5 << 20]));
            inputs.addAll(feed.records(20));

            trial.workOff(inputs, PASS_ON);

            assertThat(letters(trial)).containsOnlyKeys(inputs.getFirst());
            assertThat(letters(trial).get(inputs.getFirst())).returns(null, DeadLetter::getValue);
        }
    }

    @Test
    void workThatThrowsMakesADeadLetterThatSaysWhy() {
        try (Trial trial = trial("failures");
                Feed feed = trial.feed()) {
            List<Coordinates> inputs = feed.recordsOf(0, 5);
            Map<Coordinates, Work<Coordinates>> failures = Map.of(
                    inputs.get(0),
                            input -> {
                                throw new IllegalStateException("no such luck");
                            },
                    inputs.get(1),
                            input -> {
                                throw new UnprocessableException("RateLimited", "try later", 3, true);
                            },
                    inputs.get(2),
                            input -> {
                                throw new InterruptedException("by itself");
                            },
                    inputs.get(3), input -> endless(input.key()));

            trial.workOff(
                    inputs,
                    input -> failures.getOrDefault(input.readFrom(), PASS_ON).apply(input));

            Map<Coordinates, DeadLetter> letters = letters(trial);
            assertThat(letters).containsOnlyKeys(inputs.subList(0, 4));
            assertThat(letters.get(inputs.get(0)))
                    .returns(IllegalStateException.class.getName(), DeadLetter::getErrorClass)
                    .returns("no such luck", DeadLetter::getMessage);
            assertThat(letters.get(inputs.get(1)))
                    .returns("RateLimited", DeadLetter::getErrorClass)
                    .returns(3, DeadLetter::getAttempt)
                    .returns(true, DeadLetter::getReplayable);
            assertThat(letters.get(inputs.get(2)))
                    .returns(InterruptedException.class.getName(), DeadLetter::getErrorClass);
            assertThat(letters.get(inputs.get(3)))
                    .returns(StackOverflowError.class.getName(), DeadLetter::getErrorClass);
        }
    }

    @Test
    void anOutputThatIsTooLargeTakesAllOutputsOfItsInputWithIt() {
        try (Trial trial = trial("oversized");
                Feed feed = trial.feed()) {
            List<Coordinates> inputs = feed.recordsOf(0, 10);
            Coordinates large = inputs.get(4);

            trial.workOff(inputs, input -> {
                var outputs = new ArrayList<>(PASS_ON.apply(input));
                if (input.readFrom().equals(large)) {
                    var value = new Coordinates("x".repeat(2 << 20), 0, 0L);
                    outputs.add(Output.of(Trial.output(large.getTopic()), "only", value));
                }
                return outputs;
            });

            assertThat(letters(trial)).containsOnlyKeys(large);
            assertThat(letters(trial).get(large))
                    .returns(SerializationException.class.getName(), DeadLetter::getErrorClass)
                    .satisfies(letter -> assertThat(letter.getMessage()).contains("bytes"))
                    .satisfies(letter -> assertThat(letter.getValue()).isNotNull());
        }
    }

    @Test
    void aPositionThatRetentionHasLeftFarBehindIsCaughtUp() {
        try (Trial trial = trial("retained");
                Feed feed = trial.feed()) {
            List<Coordinates> first = feed.recordsOf(0, 10);
            trial.workOff(first, PASS_ON);
            List<Coordinates> deleted = feed.recordsOf(0, 30_000);
            trial.deleteUpTo(deleted.getLast());
            var inputs = new ArrayList<>(first);
            inputs.addAll(feed.recordsOf(0, 10));

            trial.workOff(inputs, PASS_ON);
        }
    }

    /** Bytes that are no record, each for a reason of its own. */
    private static List<byte[]> poison(byte[] good) {
        byte[] wrongMagic = good.clone();
        wrongMagic[0] = 1;
        byte[] unknownSchema = good.clone();
        unknownSchema[1] = 0x7F;
        byte[] longerThanAnyArray = Arrays.copyOf(good, 11);
        System.arraycopy(new byte[] {-128, -128, -128, -128, -128, 0x40}, 0, longerThanAnyArray, 5, 6);
        return List.of(
                new byte[0],
                "{\"id\":\"seed\"}".getBytes(StandardCharsets.UTF_8),
                wrongMagic,
                unknownSchema,
                longerThanAnyArray,
                Arrays.copyOf(good, good.length - 1),
                Arrays.copyOf(good, good.length + 1));
    }

    @SuppressWarnings("InfiniteRecursion")
    private static List<Output> endless(String key) {
        return endless(key + "!");
    }

    private static Map<Coordinates, DeadLetter> letters(Trial trial) {
        return trial.letters().stream()
                .map(Tape.Entry::value)
                .collect(Collectors.toMap(
                        letter -> new Coordinates(letter.getTopic(), letter.getPartition(), letter.getOffset()),
                        Function.identity()));
    }

    private static Trial trial(String name) {
        return new Trial(broker.bootstrap(), name);
    }
}
