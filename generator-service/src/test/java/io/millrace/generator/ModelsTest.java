package io.millrace.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.millrace.generator.llm.Aliases;
import io.millrace.generator.llm.ScriptedModel;
import io.millrace.generator.llm.Teacher;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Seed;
import io.millrace.schemas.StrategyCall;
import io.millrace.schemas.TestSeeds;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsTest {

    private static final String URL = "https://models.example/v1";

    @Test
    void isTheEmbeddedModelAloneWithoutSettings() {
        assertThat(teacher(PropertySource.of(Map.of()), "apprentice").identity())
                .isEqualTo("embedded");
    }

    @Test
    void readsAnAliasFromProperties() {
        Teacher teacher = teacher(
                PropertySource.of(Map.of(
                        "millrace.generator.models.large-one.base-url", URL,
                        "millrace.generator.models.large-one.model", "large",
                        "millrace.generator.models.large-one.temperature", "0.5",
                        "millrace.generator.models.large-one.requests-per-minute", "60",
                        "millrace.generator.models.large-one.extra-body", "{\"top_k\": 40}")),
                "large-one");

        assertThat(teacher.identity()).isEqualTo(URL + " large {\"top_k\": 40}");
        assertThat(teacher.sampling()).isEqualTo(new Sampling(0.5, null, null, null));
    }

    @Test
    void readsAliasesFromEnvironmentVariables() {
        var variables = new Variables(Map.of(
                "MILLRACE_GENERATOR_MODELS_LARGE_BASE_URL", URL,
                "MILLRACE_GENERATOR_MODELS_LARGE_MODEL", "large",
                "MILLRACE_GENERATOR_MODELS_LARGE_MAX_TOKENS", "7",
                "MILLRACE_GENERATOR_MODELS_SMALL_BASE_URL", URL,
                "MILLRACE_GENERATOR_MODELS_SMALL_MODEL", "small"));

        assertThat(teacher(variables, "large").sampling()).isEqualTo(new Sampling(null, null, 7, null));
        assertThat(teacher(variables, "small").identity()).isEqualTo(URL + " small {}");
    }

    @Test
    void readsTheSingleTeacherAsAnAlias() {
        var settings = Map.<String, Object>of(
                "millrace.generator.teacher.base-url",
                URL,
                "millrace.generator.teacher.model",
                "large",
                "millrace.generator.models.small.base-url",
                URL,
                "millrace.generator.models.small.model",
                "small");

        assertThat(teacher(PropertySource.of(settings), "teacher").identity()).isEqualTo(URL + " large {}");
        assertThat(teacher(PropertySource.of(settings), "small").identity()).isEqualTo(URL + " small {}");
    }

    @ParameterizedTest
    @CsvSource({"0, embedded", "1, " + URL + " large {}"})
    void drawsTheEmbeddedModelOnlyWhereNoOtherHasAWeight(String weight, String identity) {
        var settings = PropertySource.of(Map.of(
                "millrace.generator.models.large.base-url", URL,
                "millrace.generator.models.large.model", "large",
                "millrace.generator.models.large.weight", weight));

        assertThat(teacher(settings, Map.of()).identity()).isEqualTo(identity);
        assertThat(teacher(settings, "large").identity()).isEqualTo(URL + " large {}");
        assertThat(teacher(settings, "apprentice").identity()).isEqualTo("embedded");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    model               | large   | lacks a base URL or a name
                    base-url            | ftp://x | must start with https
                    temperature         | warm    | 'warm' is neither a number nor a range
                    extra-body          | []      | is not one JSON object
                    requests-per-minute | 0       | must be greater than 0
                    weight              | -1      | must be greater than or equal to 0
                    """)
    void refusesToStartWithASettingThatDoesNotFit(String name, String value, String fault) {
        var settings = new HashMap<String, Object>();
        if (!name.equals("model")) {
            settings.put("millrace.generator.models.large.base-url", URL);
        }
        settings.put("millrace.generator.models.large.model", "large");
        settings.put("millrace.generator.models.large." + name, value);

        assertThatThrownBy(() -> ApplicationContext.run(settings)).hasStackTraceContaining(fault);
    }

    private static Teacher teacher(PropertySource settings, String alias) {
        return teacher(settings, Map.of("model", alias));
    }

    private static Teacher teacher(PropertySource settings, Map<String, String> parameters) {
        try (var context =
                ApplicationContext.builder().propertySources(settings).start()) {
            var embedded = new ScriptedModel(request -> "42");
            Aliases aliases = context.getBean(Models.class).aliases(embedded, "embedded");
            Seed seed = TestSeeds.seed(TestSeeds.math())
                    .setStrategy(new StrategyCall("distillation", parameters))
                    .build();
            return aliases.choose(seed, 0);
        }
    }
}
