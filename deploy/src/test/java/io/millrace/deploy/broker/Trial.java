package io.millrace.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.deploy.process.Deadline;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.DeadLetter;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.StageDefinition;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.stage.Topics;
import io.millrace.schemas.stage.WindowStage;
import io.millrace.schemas.stage.Work;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** A stage under test with topics of its own: its work is free, and each output tells which input it was made from. */
final class Trial implements AutoCloseable {

    static final int PARTITIONS = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String bootstrap;
    private final String name;
    private final Admin admin;
    private final Tape<Coordinates> outputs;
    private final Tape<DeadLetter> letters;

    Trial(String bootstrap, String name) {
        this.bootstrap = bootstrap;
        this.name = name;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
        Topics.ensure(
                admin,
                Stream.of(input(name), output(name), input(name).deadLetters())
                        .map(topic -> settings(bootstrap, "any").topics().plan(topic.name()))
                        .toList());
        this.outputs = new Tape<>(bootstrap, output(name));
        this.letters = new Tape<>(bootstrap, input(name).deadLetters());
    }

    static Topic<Coordinates> input(String trial) {
        return new Topic<>(trial, Coordinates.class);
    }

    static Topic<Coordinates> output(String trial) {
        return new Topic<>(trial + "-done", Coordinates.class);
    }

    /** A stage of a trial that has been set up, perhaps by another process. */
    static WindowStage<Coordinates> stage(String bootstrap, String trial, String instance, Work<Coordinates> work) {
        var definition = new StageDefinition<>(trial, input(trial), List.of(output(trial)), List.of(), work);
        return new WindowStage<>(
                definition,
                settings(bootstrap, instance),
                new KnownSchemas(),
                new SimpleMeterRegistry(),
                InstantSource.system());
    }

    WindowStage<Coordinates> start(Work<Coordinates> work) {
        WindowStage<Coordinates> stage = stage(bootstrap, name, "only", work);
        stage.start();
        return stage;
    }

    /** Runs the stage until it has worked off all inputs, and holds what became of them against them. */
    void workOff(Collection<Coordinates> inputs, Work<Coordinates> work) {
        try (WindowStage<Coordinates> stage = stage(bootstrap, name, "only", work)) {
            stage.start();
            awaitBalance(inputs);
        }
    }

    Feed feed() {
        return new Feed(bootstrap, input(name));
    }

    List<Tape.Entry<Coordinates>> outputs() {
        return outputs.entries();
    }

    List<Tape.Entry<DeadLetter>> letters() {
        return letters.entries();
    }

    /** The inputs that outputs and dead letters tell of, each as often as they do. */
    List<Coordinates> accounted() {
        return Stream.concat(
                        outputs().stream().map(Tape.Entry::value),
                        letters().stream()
                                .map(Tape.Entry::value)
                                .map(letter ->
                                        new Coordinates(letter.getTopic(), letter.getPartition(), letter.getOffset())))
                .toList();
    }

    /** Does what retention does to old records. */
    void deleteUpTo(Coordinates last) {
        var partition = new TopicPartition(last.getTopic(), last.getPartition());
        get(admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(last.getOffset() + 1)))
                .all());
    }

    void await(String what, BooleanSupplier condition) {
        assertThat(Deadline.after(PATIENCE).await(condition)).as(what).isTrue();
    }

    /** Waits for the end of the work and holds it against what went in. */
    void awaitBalance(Collection<Coordinates> inputs) {
        await("%s stands at the end of its input".formatted(name), this::atEnd);
        // A killed instance's transaction hides the others' outputs until the broker gives it up.
        await("no transaction hides an output", () -> accounted().size() >= inputs.size());
        List<Coordinates> accounted = accounted();
        assertThat(accounted).as("inputs with an outcome").hasSameSizeAs(inputs);
        assertThat(Set.copyOf(accounted)).isEqualTo(Set.copyOf(inputs));
    }

    /** Whether everything is finished, the places included that hold no record but a transaction's end. */
    private boolean atEnd() {
        return committed().equals(ends());
    }

    private Map<TopicPartition, Position> committed() {
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets("millrace-" + name).partitionsToOffsetAndMetadata());
        return committed.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Position(
                                entry.getValue().offset(), entry.getValue().metadata())));
    }

    private Map<TopicPartition, Position> ends() {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(name, partition), partition -> OffsetSpec.latest()));
        return get(admin.listOffsets(latest).all()).entrySet().stream()
                .filter(end -> end.getValue().offset() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> new Position(end.getValue().offset(), "")));
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** How far a partition goes or was worked through, with the bitmap of what is finished beyond. */
    private record Position(long offset, String metadata) {}

    private static StageSettings settings(String bootstrap, String instance) {
        return StageSettings.from(Map.of(
                "kafka.bootstrap.servers",
                bootstrap,
                "instance-id",
                instance,
                "window.in-flight",
                "32",
                "topics.partitions",
                Integer.toString(PARTITIONS)));
    }

    @Override
    public void close() {
        outputs.close();
        letters.close();
        admin.close();
    }
}
