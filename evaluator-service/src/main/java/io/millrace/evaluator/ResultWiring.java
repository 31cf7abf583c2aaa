package io.millrace.evaluator;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.millrace.evaluator.monitor.Consumers;
import io.millrace.evaluator.monitor.Producers;
import io.millrace.evaluator.monitor.TopicResults;
import io.millrace.evaluator.stream.Formats;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.Preparation;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.wire.RecordSerde;
import io.millrace.schemas.wire.SchemaIds;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Assembles what takes in the reports of trainers. */
@Factory
final class ResultWiring {

    private static final int READ_AT_ONCE = 500;

    @Singleton
    @Bean(preDestroy = "close")
    TopicResults results(StageSettings settings, Consumers consumers, SchemaIds schemas) {
        var serde = new RecordSerde<>(Topic.TRAINING_RESULTS, schemas);
        var producers = new Producers(settings.kafka());
        return new TopicResults(
                () -> consumers.open(READ_AT_ONCE),
                () -> {
                    Preparation.topics(settings, Stream.of(Topic.TRAINING_RESULTS.name()));
                    return producers.open();
                },
                serde,
                Formats.lenient(serde));
    }
}
