package io.millrace.deploy.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.millrace.generator.llm.Technique;
import io.millrace.generator.rule.Families;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What editors are told of recipes is what the command reads. */
class RecipeSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILE = Path.of("recipes/recipe.schema.json");
    private static final JsonNode SOURCE = source();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SOURCE);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void hasTheFieldsThatTheReaderHas(Form form) {
        JsonNode described =
                form == Form.RECIPE ? SOURCE : SOURCE.at("/$defs/" + form.name().toLowerCase(Locale.ROOT));

        assertThat(described.path("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(form.fields());
        assertThat(described.path("additionalProperties").isBoolean()).isTrue();
        assertThat(described.path("additionalProperties").asBoolean()).isFalse();
    }

    @Test
    void hasTheStrategiesThatTheReaderHas() {
        JsonNode names = SOURCE.at("/$defs/strategy/properties/strategy/enum");

        assertThat(StreamSupport.stream(names.spliterator(), false).map(JsonNode::asText))
                .containsExactlyElementsOf(Techniques.names());
    }

    /** The generator tells nobody else, and needs Kafka to be asked. */
    @Test
    void theReaderHasTheStrategiesThatTheGeneratorHas() throws ReflectiveOperationException {
        Method wired = Class.forName("io.millrace.generator.Wiring").getDeclaredMethod("techniques", Families.class);
        wired.setAccessible(true);

        List<?> techniques = (List<?>) wired.invoke(null, Written.FAMILIES);

        assertThat(Stream.concat(
                        Stream.of("rule"),
                        techniques.stream().map(Technique.class::cast).map(Technique::name)))
                .containsExactlyInAnyOrderElementsOf(Techniques.names());
    }

    @Test
    void theSampleFitsAndNamesIt() throws IOException {
        String sample = Files.readString(Path.of("recipes/tutor.yaml"));

        assertThat(sample).startsWith("# yaml-language-server: $schema=recipe.schema.json\n");
        assertThat(errors(sample)).isEmpty();
    }

    @Test
    void theReadmeShowsTheSample() throws IOException {
        String sample = Files.readString(Path.of("recipes/tutor.yaml"));
        String recipe = sample.substring(sample.indexOf("recipe: "));

        assertThat(Files.readString(Path.of("../README.md"))).contains(recipe.indent(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target: {accepted: 1000000000, overshoot: 1000000000, floor: 1, floorAfter: 1000000000}",
                "target: {seeds: 1}\ninFlight: 1000000\nbudget: {tokens: 1000000000000000, costMicros: 1}",
                "target: {candidates: 5}\nmixture: {domain: {a: 0.5, '*': 1000000}, language: {en: 1}}",
                "target: {seeds: 1}\ndataset: other\nsources: {a: {family: countdown, levels: [1, 2], first: 7, domain: d}}",
                "target: {seeds: 1}\nsources: {a: {file: r.jsonl, fields: {prompt: q}, defaults: {kind: math}, passes: 0}}",
                "target: {seeds: 1}\nsources: {a: {documents: ., passes: unlimited, protected: true, defaults: {domain: x}}}",
                "target: {seeds: 1}\nsources: {a: {dataset: chat, passes: 1000000}}",
                "target: {seeds: 1}\nholdout: 0.05\nfeedback: {}",
                "target: {seeds: 1}\nholdout: 1\nfeedback: {submit: true, below: 1, skills: 100, most: 1000000}"
            })
    void takesWhatTheReaderTakes(String text) throws IOException {
        Files.writeString(directory.resolve("r.jsonl"), "");

        assertThat(problems(recipe(text))).isEmpty();
        assertThat(errors(recipe(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target: {accepted: 1000000001}",
                "target: {accepted: 1, overshoot: 1000000001}",
                "target: {seeds: 1, overshoot: 1}",
                "target: {accepted: 1, floor: 1.1}",
                "target: {accepted: 1, floorAfter: 5}",
                "target: {accepted: 1, seeds: 1}",
                "target: {}",
                "dataset: other",
                "target: {seeds: 1}\ninFlight: 1000001",
                "target: {seeds: 1}\nbudget: {}",
                "target: {seeds: 1}\nbudget: {tokens: 1000000000000001}",
                "target: {seeds: 1}\nmixture: {domain: {a: 0}}",
                "target: {seeds: 1}\nmixture: {domain: {a: 1000001}}",
                "target: {seeds: 1}\nmixture: {colour: {a: 1}}",
                "target: {seeds: 1}\nsources: {a/b: {family: countdown}}",
                "target: {seeds: 1}\nsources: {a: {family: countdown, passes: 1}}",
                "target: {seeds: 1}\nsources: {a: {family: countdown, file: r.jsonl}}",
                "target: {seeds: 1}\nsources: {a: {dataset: chat, passes: 1000001}}",
                "target: {seeds: 1}\nsources: {a: {dataset: ../chat}}",
                "target: {seeds: 1}\nsources: {a: {documents: ., protected: maybe}}",
                "target: {seeds: 1}\ndataset: .hidden",
                "target: {seeds: 1}\nholdout: 0",
                "target: {seeds: 1}\nholdout: 1.5",
                "target: {seeds: 1}\nfeedback: {submit: maybe}",
                "target: {seeds: 1}\nfeedback: {below: 2}",
                "target: {seeds: 1}\nfeedback: {skills: 0}",
                "target: {seeds: 1}\nfeedback: {most: 1000001}",
                "target: {seeds: 1}\nfeedback: {colour: red}",
                "target: {seeds: 1}\ncolour: red"
            })
    void refusesWhatTheReaderRefuses(String text) throws IOException {
        Files.writeString(directory.resolve("r.jsonl"), "");

        assertThat(problems(recipe(text))).isNotEmpty();
        assertThat(errors(recipe(text))).isNotEmpty();
    }

    private static String recipe(String text) {
        return "recipe: drilled\n" + text
                + "\nstrategies: [{strategy: self-play, weight: 2, samples: 10000, models: {m: 1},"
                + " parameters: {topic: [a, b], solvers: 5}, seedBudget: {tokens: 1}}]\n";
    }

    /** What the reader alone says, whatever the recipe would come to. */
    private List<String> problems(String recipe) {
        var problems = new Problems();
        var unused = new RecipeReader(Written.FAMILIES, directory, problems).read(Written.root(directory, recipe));
        return problems.inOrder().stream().map(Object::toString).toList();
    }

    private static List<Error> errors(String recipe) {
        return SCHEMA.validate(JSON.valueToTree(new Yaml().load(recipe)));
    }

    private static JsonNode source() {
        try {
            return JSON.readTree(Files.readString(FILE));
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
