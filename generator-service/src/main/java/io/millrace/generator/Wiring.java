package io.millrace.generator;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import io.millrace.generator.api.ApiCalls;
import io.millrace.generator.bestof.BestOfN;
import io.millrace.generator.chatbot.ChatbotTests;
import io.millrace.generator.codetests.CodeTests;
import io.millrace.generator.conversation.Conversation;
import io.millrace.generator.counterfactual.Counterfactual;
import io.millrace.generator.distillation.Distillation;
import io.millrace.generator.expansion.Expansion;
import io.millrace.generator.extraction.StructuredExtraction;
import io.millrace.generator.grounded.GroundedQa;
import io.millrace.generator.holdout.Holdouts;
import io.millrace.generator.llm.TaughtStrategy;
import io.millrace.generator.llm.Teachers;
import io.millrace.generator.llm.Technique;
import io.millrace.generator.persona.Persona;
import io.millrace.generator.recipe.SeedMaker;
import io.millrace.generator.repair.BugRepair;
import io.millrace.generator.rule.Apprentice;
import io.millrace.generator.rule.Families;
import io.millrace.generator.rule.RuleStrategy;
import io.millrace.generator.safety.SafetyPair;
import io.millrace.generator.selfplay.SelfPlay;
import io.millrace.generator.sql.SqlQuestions;
import io.millrace.generator.strategy.Strategies;
import io.millrace.generator.strategy.Strategy;
import io.millrace.generator.stream.HoldoutStage;
import io.millrace.generator.stream.RecipeStage;
import io.millrace.generator.stream.SeedWork;
import io.millrace.generator.textbook.Textbook;
import io.millrace.schemas.Build;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import io.millrace.schemas.Topic;
import io.millrace.schemas.stage.StageDefinition;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.stage.WindowStage;
import io.millrace.schemas.wire.ConfluentRegistry;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Assembles the generator from its configuration. */
@Factory
final class Wiring {

    private static final String SERVICE = "generator-service";
    private static final InstantSource CLOCK = InstantSource.system();

    @Singleton
    StageSettings settings(Environment environment) {
        return StageSettings.from(environment.getProperties("millrace"));
    }

    /** Made at once, so that a setting that does not fit stops the start. */
    @Context
    @Bean(preDestroy = "close")
    WindowStage<Seed> stage(StageSettings settings, StageDefinition<Seed> definition, MeterRegistry registry) {
        return new WindowStage<>(definition, settings, new ConfluentRegistry(settings.registry()), registry, CLOCK);
    }

    @Context
    @Bean(preDestroy = "close")
    RecipeStage recipes(StageSettings settings, MeterRegistry registry) {
        var seeds = new SeedMaker(Build.current().producer(SERVICE, Hash.of()));
        return new RecipeStage(settings, new ConfluentRegistry(settings.registry()), seeds, registry, CLOCK);
    }

    @Singleton
    Holdouts holdouts() {
        return new Holdouts();
    }

    @Context
    @Bean(preDestroy = "close")
    HoldoutStage heldOut(StageSettings settings, Holdouts holdouts, MeterRegistry registry) {
        return new HoldoutStage(settings, holdouts, registry);
    }

    @Singleton
    Strategies strategies(GeneratorConfig config, Models models) {
        var families = new Families();
        double mistakeRate = config.apprenticeMistakeRate();
        Teachers teachers = models.aliases(new Apprentice(families, mistakeRate), "apprentice " + mistakeRate);
        List<Strategy> strategies = new ArrayList<>(List.of(new RuleStrategy(families)));
        techniques(families).forEach(technique -> strategies.add(new TaughtStrategy(technique, teachers)));
        return new Strategies(strategies);
    }

    @Singleton
    StageDefinition<Seed> definition(Strategies strategies, Holdouts holdouts, Models models, MeterRegistry registry) {
        var producer = Build.current().producer(SERVICE, configHash(strategies, models));
        var work = new SeedWork(strategies, holdouts, producer, CLOCK, registry);
        return new StageDefinition<>("generator", Topic.SEEDS, List.of(Topic.CANDIDATES), List.of(), work);
    }

    private static List<Technique> techniques(Families families) {
        return List.of(
                new Distillation(seed -> task(seed, families)),
                new BestOfN(seed -> task(seed, families)),
                new SelfPlay(),
                new Expansion(),
                new Persona(),
                new Counterfactual(families, seed -> task(seed, families)),
                new Textbook(),
                new GroundedQa(),
                new Conversation(),
                new SafetyPair(),
                new ChatbotTests(),
                new BugRepair(),
                new CodeTests(),
                new StructuredExtraction(),
                new SqlQuestions(),
                new ApiCalls());
    }

    private static Task task(Seed seed, Families families) {
        Task task = seed.getTask();
        return task == null ? families.task(seed) : task;
    }

    /** The versions of the strategies tell all that shapes the candidates' content. */
    private static String configHash(Strategies strategies, Models models) {
        List<String> parts = new ArrayList<>();
        strategies.all().forEach(strategy -> parts.addAll(List.of(strategy.name(), strategy.version())));
        parts.addAll(models.prices());
        return Hash.of(parts);
    }
}
