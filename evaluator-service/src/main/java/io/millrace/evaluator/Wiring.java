package io.millrace.evaluator;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import io.millrace.evaluator.contamination.Watchlist;
import io.millrace.evaluator.dataset.DatasetWriter;
import io.millrace.evaluator.monitor.Consumers;
import io.millrace.evaluator.monitor.GateBoard;
import io.millrace.evaluator.monitor.Lag;
import io.millrace.evaluator.monitor.LagMonitor;
import io.millrace.evaluator.monitor.LineageSource;
import io.millrace.evaluator.monitor.Producers;
import io.millrace.evaluator.monitor.RateBoard;
import io.millrace.evaluator.monitor.Reading;
import io.millrace.evaluator.monitor.RecipeBoard;
import io.millrace.evaluator.monitor.RecordReader;
import io.millrace.evaluator.monitor.ResultLedger;
import io.millrace.evaluator.monitor.StreamLineage;
import io.millrace.evaluator.monitor.TopicReviews;
import io.millrace.evaluator.monitor.Watch;
import io.millrace.evaluator.policy.Evaluator;
import io.millrace.evaluator.policy.Limits;
import io.millrace.evaluator.policy.SplitShares;
import io.millrace.evaluator.score.Scorer;
import io.millrace.evaluator.stream.CutWork;
import io.millrace.evaluator.stream.DeadLetters;
import io.millrace.evaluator.stream.DecidingTopology;
import io.millrace.evaluator.stream.EvaluatorStream;
import io.millrace.evaluator.stream.EvaluatorTopology;
import io.millrace.evaluator.stream.Formats;
import io.millrace.evaluator.stream.StageCounters;
import io.millrace.evaluator.stream.TopicRanges;
import io.millrace.evaluator.webhook.Courier;
import io.millrace.schemas.Build;
import io.millrace.schemas.DatasetCut;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.StageDefinition;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.stage.WindowStage;
import io.millrace.schemas.wire.ConfluentRegistry;
import io.millrace.schemas.wire.RecordSerde;
import io.millrace.schemas.wire.SchemaIds;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.avro.specific.SpecificRecord;

/** Assembles the evaluator from its configuration. */
@Factory
final class Wiring {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration READ_PATIENCE = Duration.ofSeconds(5);
    private static final Duration RANGE_PATIENCE = Duration.ofSeconds(30);
    private static final Duration WRITE_PAUSE = Duration.ofSeconds(1);
    private static final int READ_AT_ONCE = 500;
    private static final List<Scorer> SCORERS = Scorer.all();

    @Singleton
    StageSettings settings(Environment environment) {
        return StageSettings.from(environment.getProperties("millrace"));
    }

    @Singleton
    SchemaIds schemas(StageSettings settings) {
        return new ConfluentRegistry(settings.registry());
    }

    @Singleton
    Formats formats(SchemaIds schemas) {
        return Formats.of(schemas);
    }

    @Singleton
    StageCounters counters(MeterRegistry registry) {
        return new StageCounters(registry);
    }

    @Singleton
    DeadLetters letters(SchemaIds schemas, StageCounters counters) {
        return new DeadLetters(schemas, counters);
    }

    @Singleton
    Limits limits(LimitsConfig config) {
        return config.limits();
    }

    @Singleton
    Watchlist watchlist(ContaminationConfig config, MeterRegistry registry) {
        Watchlist watchlist = config.watchlist();
        registry.gauge(Metrics.BENCHMARK_ITEMS, watchlist, list -> list.held().items());
        registry.gauge(
                Metrics.BENCHMARKS_OVERFULL, watchlist, list -> list.held().overfull() ? 1 : 0);
        return watchlist;
    }

    @Singleton
    Evaluator evaluator(SplitConfig split, Limits limits, Watchlist watchlist) {
        SplitShares shares = split.shares();
        return new Evaluator(
                shares, SCORERS, Build.current().producer("evaluator-service", configHash(shares, limits, watchlist)));
    }

    /** Made at once, so that a setting that does not fit stops the start. */
    @Context
    @Bean(preDestroy = "close")
    EvaluatorStream stream(
            StageSettings settings,
            EvaluatorConfig config,
            RetrainingConfig retraining,
            Formats formats,
            DeadLetters letters,
            StageCounters counters,
            Limits limits,
            Watchlist watchlist,
            ReviewConfig review,
            GroupConfig groups,
            Evaluator evaluator) {
        var deciding = new DecidingTopology(formats, limits, watchlist, evaluator, counters);
        var topology = new EvaluatorTopology(
                formats,
                deciding,
                counters,
                config.windows(),
                retraining.policies(),
                review.sampling(),
                groups.comparison());
        return new EvaluatorStream(settings, config.stream(), formats, letters, topology::build);
    }

    @Context
    @Bean(preDestroy = "close")
    WindowStage<DatasetCut> datasets(
            StageSettings settings,
            EvaluatorConfig config,
            Consumers consumers,
            GateBoard gates,
            SchemaIds schemas,
            List<Courier> couriers,
            MeterRegistry registry)
            throws IOException {
        var serde = new RecordSerde<>(Topic.EVALUATED, schemas);
        var withdrawals = ranges(consumers, new RecordSerde<>(Topic.WITHDRAWALS, schemas));
        var writer = new DatasetWriter(
                config.datasetDir(), ranges(consumers, serde)::read, withdrawals::upTo, serde::register);
        List<String> endpoints =
                couriers.stream().map(courier -> courier.endpoint().name()).toList();
        var work = new CutWork(writer, () -> !gates.look().isEmpty(), endpoints, WRITE_PAUSE);
        var definition =
                new StageDefinition<>("datasets", Topic.CUTS, List.of(Topic.WEBHOOKS), List.of(Topic.RETRAINING), work);
        return new WindowStage<>(definition, settings.oneByOne(), schemas, registry, CLOCK);
    }

    private static <V extends SpecificRecord> TopicRanges<V> ranges(Consumers consumers, RecordSerde<V> serde) {
        return new TopicRanges<>(() -> consumers.open(READ_AT_ONCE), serde::decode, RANGE_PATIENCE);
    }

    @Singleton
    Consumers consumers(StageSettings settings) {
        return new Consumers(settings.kafka());
    }

    @Singleton
    @Bean(preDestroy = "close")
    RecordReader reader(Consumers consumers) {
        return new RecordReader(consumers, READ_PATIENCE);
    }

    @Singleton
    LineageSource lineage(EvaluatorStream stream, RecordReader reader, Formats formats, ResultLedger ledger) {
        return new StreamLineage(stream, reader, formats, ledger);
    }

    @Singleton
    @Bean(preDestroy = "close")
    TopicReviews reviews(StageSettings settings, Consumers consumers, Formats formats) {
        var producers = new Producers(settings.kafka());
        return new TopicReviews(() -> consumers.open(READ_AT_ONCE), producers::open, formats);
    }

    @Singleton
    RateBoard board(Consumers consumers, Formats formats) {
        return new RateBoard(consumers, Formats.lenient(formats.rate()), CLOCK);
    }

    @Singleton
    @Bean(preDestroy = "close")
    GateBoard gates(Consumers consumers, Formats formats, MeterRegistry registry) {
        var board = new GateBoard(() -> consumers.open(READ_AT_ONCE), Formats.lenient(formats.gate()));
        board.measure(registry);
        return board;
    }

    @Singleton
    @Bean(preDestroy = "close")
    RecipeBoard recipes(Consumers consumers, SchemaIds schemas) {
        var serde = new RecordSerde<>(Topic.RECIPE_PROGRESS, schemas);
        return new RecipeBoard(() -> consumers.open(READ_AT_ONCE), Formats.lenient(serde));
    }

    @Singleton
    LagMonitor lags(StageSettings settings, Consumers consumers, MeterRegistry registry) {
        var monitor = new LagMonitor(settings.kafka(), consumers, CLOCK);
        for (Reading reading : Reading.ALL) {
            gauge(registry, Metrics.LAG_RECORDS, reading, monitor, Lag::records);
            gauge(registry, Metrics.LAG_SECONDS, reading, monitor, Lag::seconds);
        }
        return monitor;
    }

    @Singleton
    @Bean(preDestroy = "close")
    Watch watch(RateBoard board, LagMonitor lags, GateBoard gates, RecipeBoard recipes, EvaluatorConfig config) {
        return new Watch(board, lags, gates, recipes, config.lagInterval());
    }

    private static void gauge(
            MeterRegistry registry, String name, Reading reading, LagMonitor monitor, ToDoubleFunction<Lag> figure) {
        Gauge.builder(
                        name,
                        monitor,
                        lags -> lags.of(reading).map(figure::applyAsDouble).orElse(Double.NaN))
                .tags("topic", reading.topic(), "group", reading.group())
                .register(registry);
    }

    private static String configHash(SplitShares shares, Limits limits, Watchlist watchlist) {
        List<String> parts = new ArrayList<>(
                List.of(Evaluator.POLICY_VERSION, shares.toString(), limits.toString(), watchlist.toString()));
        SCORERS.forEach(scorer -> parts.addAll(List.of(scorer.name(), scorer.version())));
        return Hash.of(parts);
    }
}
