package io.millrace.evaluator;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.millrace.evaluator.monitor.Consumers;
import io.millrace.evaluator.monitor.Producers;
import io.millrace.evaluator.monitor.RecipeTable;
import io.millrace.evaluator.monitor.TopicResults;
import io.millrace.evaluator.stream.Formats;
import io.millrace.evaluator.stream.ProposeWork;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TrainingResult;
import io.millrace.schemas.stage.StageDefinition;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.stage.WindowStage;
import io.millrace.schemas.wire.RecordSerde;
import io.millrace.schemas.wire.SchemaIds;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Assembles what takes in the reports of trainers. */
@Factory
final class ResultWiring {

    private static final int READ_AT_ONCE = 500;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Singleton
    @Bean(preDestroy = "close")
    TopicResults results(StageSettings settings, Consumers consumers, SchemaIds schemas) {
        var serde = new RecordSerde<>(Topic.TRAINING_RESULTS, schemas);
        var producers = new Producers(settings.kafka());
        return new TopicResults(() -> consumers.open(READ_AT_ONCE), producers::open, serde, Formats.lenient(serde));
    }

    @Singleton
    @Bean(preDestroy = "close")
    RecipeTable recipeTable(Consumers consumers, SchemaIds schemas) {
        var serde = new RecordSerde<>(Topic.RECIPES, schemas);
        return new RecipeTable(() -> consumers.open(READ_AT_ONCE), Formats.lenient(serde));
    }

    @Context
    @Bean(preDestroy = "close")
    WindowStage<TrainingResult> proposals(
            StageSettings settings, RecipeTable recipes, SchemaIds schemas, MeterRegistry registry) {
        var work = new ProposeWork(recipes::look, PAUSE);
        var definition =
                new StageDefinition<>("proposals", Topic.TRAINING_RESULTS, List.of(Topic.PROPOSALS), List.of(), work);
        return new WindowStage<>(definition, settings, schemas, registry, InstantSource.system());
    }
}
