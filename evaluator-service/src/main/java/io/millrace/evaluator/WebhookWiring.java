package io.millrace.evaluator;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import io.millrace.evaluator.monitor.Consumers;
import io.millrace.evaluator.monitor.DisabledEndpoints;
import io.millrace.evaluator.monitor.TopicTable;
import io.millrace.evaluator.stream.DeliverWork;
import io.millrace.evaluator.stream.Formats;
import io.millrace.evaluator.webhook.Courier;
import io.millrace.evaluator.webhook.Schedule;
import io.millrace.schemas.Delivery;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.StageDefinition;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.stage.WindowStage;
import io.millrace.schemas.wire.RecordSerde;
import io.millrace.schemas.wire.SchemaIds;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/** Assembles what tells the web of retraining events. */
@Factory
final class WebhookWiring {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final int READ_AT_ONCE = 100;

    @EachBean(WebhookConfig.class)
    @Bean(preDestroy = "close")
    Courier courier(WebhookConfig config) {
        return new Courier(config.endpoint());
    }

    @Singleton
    @Bean(preDestroy = "close")
    DisabledEndpoints disabledEndpoints(
            Consumers consumers, SchemaIds schemas, List<Courier> couriers, MeterRegistry registry) {
        var serde = new RecordSerde<>(Topic.WEBHOOKS_DISABLED, schemas);
        var disabled = new DisabledEndpoints(new TopicTable<>(
                Topic.WEBHOOKS_DISABLED.name(), () -> consumers.open(READ_AT_ONCE), Formats.lenient(serde)));
        for (Courier courier : couriers) {
            Gauge.builder(Metrics.WEBHOOK_ENABLED, disabled, known -> known.knows(courier.endpoint()) ? 0 : 1)
                    .tag("endpoint", courier.endpoint().name())
                    .register(registry);
        }
        return disabled;
    }

    @Context
    @Bean(preDestroy = "close")
    WindowStage<Delivery> webhooks(
            StageSettings settings,
            List<Courier> couriers,
            DisabledEndpoints disabled,
            SchemaIds schemas,
            MeterRegistry registry) {
        var work = new DeliverWork(
                couriers, disabled::has, Schedule.USUAL, Thread::sleep, new SplittableRandom(), CLOCK, registry);
        var definition =
                new StageDefinition<>("webhooks", Topic.WEBHOOKS, List.of(Topic.WEBHOOKS_DISABLED), List.of(), work);
        return new WindowStage<>(definition, settings, schemas, registry, CLOCK);
    }
}
