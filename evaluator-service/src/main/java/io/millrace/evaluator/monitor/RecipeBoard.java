package io.millrace.evaluator.monitor;

import io.millrace.schemas.RecipeProgress;
import io.millrace.schemas.Topic;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** How far all recipes are, followed in their topic. Safe for use by several threads. */
public final class RecipeBoard implements AutoCloseable {

    private final TopicTable<RecipeProgress> recipes;
    private volatile List<RecipeProgress> known = List.of();

    /**
     * A board that has looked at nothing yet.
     *
     * @param consumers opens one without partitions
     * @param decoder gives nothing for a value that cannot be read
     */
    public RecipeBoard(
            Supplier<Consumer<byte[], byte[]>> consumers, Function<byte[], Optional<RecipeProgress>> decoder) {
        this.recipes = new TopicTable<>(Topic.RECIPE_PROGRESS.name(), consumers, decoder);
    }

    /** The recipes as they were when last looked at, those that changed last first. */
    public List<RecipeProgress> known() {
        return known;
    }

    /**
     * Looks at the recipes.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer in time
     */
    void look() {
        try {
            known = recipes.look().values().stream()
                    .sorted(Comparator.comparing(RecipeProgress::getChangedAt).reversed())
                    .toList();
        } catch (UnknownTopicOrPartitionException none) {
            // No generator that follows recipes has run yet.
            known = List.of();
        }
    }

    @Override
    public void close() {
        recipes.close();
    }
}
