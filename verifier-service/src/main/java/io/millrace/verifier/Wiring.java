package io.millrace.verifier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.Topic;
import io.millrace.schemas.model.Retries;
import io.millrace.schemas.model.Transport;
import io.millrace.schemas.stage.StageDefinition;
import io.millrace.schemas.stage.StageSettings;
import io.millrace.schemas.stage.WindowStage;
import io.millrace.schemas.wire.ConfluentRegistry;
import io.millrace.verifier.check.CheckStep;
import io.millrace.verifier.check.Examination;
import io.millrace.verifier.check.Persistence;
import io.millrace.verifier.check.ProbeSuite;
import io.millrace.verifier.code.RemoteSandbox;
import io.millrace.verifier.code.Sandbox;
import io.millrace.verifier.code.SlotPool;
import io.millrace.verifier.plant.Planter;
import io.millrace.verifier.recipe.CheckCatalogue;
import io.millrace.verifier.recipe.Equipment;
import io.millrace.verifier.recipe.FactTopic;
import io.millrace.verifier.recipe.UnfitRecipeException;
import io.millrace.verifier.remote.PistonService;
import io.millrace.verifier.stream.CandidateWork;
import io.millrace.verifier.stream.Panel;
import io.millrace.verifier.stream.Panels;
import io.millrace.verifier.stream.TopicFacts;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Assembles the verifier from its configuration. */
@Factory
final class Wiring {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration REMOTE_PATIENCE = Duration.ofSeconds(10);
    private static final Retries REMOTE_RETRIES = new Retries(3, Duration.ofSeconds(1), Duration.ofSeconds(30));
    private static final Persistence PERSISTENCE = new Persistence(
            new Retries(4, Duration.ofMillis(250), Duration.ofSeconds(5)),
            () -> ThreadLocalRandom.current().nextLong(),
            Thread::sleep);

    @Singleton
    StageSettings settings(Environment environment) {
        return StageSettings.from(environment.getProperties("millrace"));
    }

    /** Made at once, so that a setting that does not fit stops the start. */
    @Context
    @Bean(preDestroy = "close")
    WindowStage<Candidate> stage(StageSettings settings, Panels panels, MeterRegistry registry) {
        var work = new CandidateWork(panels, CLOCK, registry);
        var definition = new StageDefinition<>(
                "verifier", Topic.CANDIDATES, List.of(Topic.VERIFIED, Topic.CANDIDATES), List.of(), work);
        return new WindowStage<>(definition, settings, new ConfluentRegistry(settings.registry()), registry, CLOCK);
    }

    @Singleton
    Panels panels(VerifierConfig config, List<NamedRecipeConfig> others, SlotPool slots, StageSettings settings)
            throws UnfitRecipeException, IOException {
        FactTopic facts = maxMegabytes -> TopicFacts.open(settings, maxMegabytes);
        CheckCatalogue checks = new Equipment(slots, programs(config, slots), facts).checks();
        Map<String, Panel> named = new HashMap<>();
        for (NamedRecipeConfig other : others) {
            named.put(other.name(), panel(checks.steps(other.verificationRecipe()), config.plantedOneIn()));
        }
        return new Panels(panel(checks.steps(config.verificationRecipe()), config.plantedOneIn()), named);
    }

    private static Panel panel(List<CheckStep> steps, int plantedOneIn) {
        Set<String> checks = steps.stream().map(step -> step.check().name()).collect(Collectors.toSet());
        List<ProbeSuite> suites = Equipment.probes().stream()
                .filter(suite -> checks.contains(suite.check()))
                .toList();
        return new Panel(new Examination(steps, System::nanoTime, PERSISTENCE), new Planter(suites, plantedOneIn));
    }

    /** Where programs are run. */
    private static Sandbox programs(VerifierConfig config, SlotPool slots) throws IOException {
        URI remote = config.remoteSandbox();
        if (remote == null) {
            return slots;
        }
        Transport transport = Transport.of(REMOTE_RETRIES, REMOTE_PATIENCE);
        return new RemoteSandbox(new PistonService(remote, config.remotePython(), REMOTE_PATIENCE, transport));
    }

    @Singleton
    @Bean(preDestroy = "close")
    SlotPool sandbox(VerifierConfig config) throws IOException {
        return new SlotPool(config.slotSettings());
    }
}
