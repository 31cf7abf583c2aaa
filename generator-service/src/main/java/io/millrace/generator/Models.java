package io.millrace.generator;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.generator.llm.Alias;
import io.millrace.generator.llm.Aliases;
import io.millrace.generator.llm.SamplingRange;
import io.millrace.generator.model.AnswerCache;
import io.millrace.generator.model.CachedModel;
import io.millrace.generator.model.CountedModel;
import io.millrace.generator.model.ModelListener;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.Endpoint;
import io.millrace.schemas.model.HttpModel;
import io.millrace.schemas.model.Model;
import io.millrace.schemas.model.Transport;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The models that the settings describe. */
@Singleton
final class Models {

    private final List<ModelConfig> configs;
    private final Optional<AnswerCache> cache;
    private final MeterRegistry registry;
    private final ModelListener listener;

    Models(
            GeneratorConfig config,
            TeacherConfig teacher,
            List<ModelConfig> models,
            MeterRegistry registry,
            @Nullable ModelListener listener) {
        this.configs =
                Stream.concat(teacher.config().stream(), described(models)).toList();
        this.cache = Optional.ofNullable(config.cacheDirectory()).map(AnswerCache::new);
        this.registry = registry;
        this.listener = listener == null ? ModelListener.NONE : listener;
    }

    /** The models under their aliases; the embedded one is drawn only where no other has a weight. */
    Aliases aliases(Model embedded, String identity) {
        int weight = configs.stream().anyMatch(config -> config.weight() > 0) ? 0 : 1;
        Stream<Alias> own = Stream.of(embedded(embedded, identity, weight));
        return new Aliases(
                Stream.concat(own, configs.stream().map(this::remote)).toList());
    }

    /** What is told of the price of an answer, which shapes no candidate's content. */
    List<String> prices() {
        return configs.stream()
                .map(config -> config.alias() + " " + config.prices())
                .sorted()
                .toList();
    }

    /**
     * In environment variables, nothing separates an alias from its settings: "LARGE_BASE_URL" may be a setting of "large" or of
     * "large-base". The latter are not meant.
     */
    private static Stream<ModelConfig> described(List<ModelConfig> models) {
        return models.stream().filter(model -> model.baseUrl() != null || !isMisread(model, models));
    }

    private static boolean isMisread(ModelConfig model, List<ModelConfig> models) {
        return models.stream().anyMatch(other -> model.alias().startsWith(other.alias() + "-"));
    }

    private Alias remote(ModelConfig config) {
        Endpoint endpoint = config.endpoint();
        String identity = "%s %s %s"
                .formatted(
                        endpoint.baseUrl(),
                        endpoint.model(),
                        endpoint.extraBody().json());
        Model model = new HttpModel(endpoint, config.prices(), Transport.of(config.retries(), endpoint.timeout()));
        Model kept = cache.<Model>map(answers -> new CachedModel(model, identity, answers))
                .orElse(model);
        return new Alias(config.alias(), watched(kept, config.alias()), identity, config.sampling(), config.weight());
    }

    private Alias embedded(Model model, String identity, int weight) {
        String alias = "apprentice";
        return new Alias(alias, watched(model, alias), identity, new SamplingRange(null, null, null, null), weight);
    }

    private Model watched(Model model, String alias) {
        Model counted = new CountedModel(model, alias, registry);
        return request -> {
            Completion completion = counted.complete(request);
            listener.answered(request, completion);
            return completion;
        };
    }
}
