package io.millrace.evaluator.monitor;

import io.millrace.schemas.Recipe;
import io.millrace.schemas.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** All recipes as they are written, followed in their topic at each look. Safe for use by several threads. */
public final class RecipeTable implements AutoCloseable {

    private final TopicTable<Recipe> recipes;

    /**
     * A table that has been looked into by nobody yet.
     *
     * @param consumers opens one without partitions
     * @param decoder gives nothing for a value that cannot be read
     */
    public RecipeTable(Supplier<Consumer<byte[], byte[]>> consumers, Function<byte[], Optional<Recipe>> decoder) {
        this.recipes = new TopicTable<>(Topic.RECIPES.name(), consumers, decoder);
    }

    /**
     * By everything that has been committed by now.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer in time
     */
    public Collection<Recipe> look() {
        try {
            return recipes.look().values();
        } catch (UnknownTopicOrPartitionException none) {
            // Nobody has brought in a recipe yet.
            return List.of();
        }
    }

    @Override
    public void close() {
        recipes.close();
    }
}
