package io.millrace.generator.stream;

import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.StageClients;
import io.millrace.schemas.stage.StageSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Stands by, and follows all recipes while it holds the only partition of their topic, which it reads from the beginning. */
final class RecipeSession implements AutoCloseable {

    private static final Duration STAND_BY = Duration.ofMillis(200);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final KafkaConsumer<byte[], byte[]> recipes;
    private final Supplier<RecipeDesk> desks;
    private @Nullable RecipeDesk desk;
    private long end;

    RecipeSession(StageSettings settings, Supplier<RecipeDesk> desks) {
        this.recipes = new StageClients(RecipeStage.NAME, settings).consumer();
        this.desks = desks;
    }

    void run(CountDownLatch stop, Runnable onRunning) {
        recipes.subscribe(List.of(Topic.RECIPES.name()), new Lead());
        onRunning.run();
        while (stop.getCount() > 0) {
            boolean working = desk != null && desk.busy() && knowsAll();
            var changes = recipes.poll(working ? Duration.ZERO : STAND_BY);
            if (desk != null) {
                desk.follow(changes);
                // What arrives for a recipe that is not known yet would not be counted.
                if (desk.busy() && knowsAll()) {
                    desk.work();
                }
            }
        }
    }

    private boolean knowsAll() {
        return recipes.assignment().stream().allMatch(one -> recipes.position(one) >= end);
    }

    private void resign() {
        if (desk != null) {
            desk.close();
            desk = null;
        }
    }

    @Override
    public void close() {
        resign();
        recipes.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }

    private final class Lead implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                recipes.seekToBeginning(partitions);
                end = recipes.endOffsets(partitions).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                desk = desks.get();
                desk.begin();
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                resign();
            }
        }
    }
}
