package io.millrace.deploy.script;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The scenes of all strategies that ask a model, a file of them for each. */
public final class Scenes {

    private static final List<String> STRATEGIES = List.of(
            "api-call",
            "best-of-n",
            "bug-repair",
            "chatbot-tests",
            "code-tests",
            "conversation",
            "counterfactual",
            "distillation",
            "expansion",
            "grounded-qa",
            "persona",
            "safety-pair",
            "self-play",
            "sql",
            "structured-extraction",
            "textbook");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private Scenes() {}

    public static List<Scene> all() {
        return STRATEGIES.stream().flatMap(Scenes::of).toList();
    }

    private static Stream<Scene> of(String strategy) {
        String file = "/script/%s.yaml".formatted(strategy);
        try (InputStream in = Objects.requireNonNull(Scenes.class.getResourceAsStream(file), file)) {
            Map<String, Map<String, Object>> scenes = new Yaml().load(in);
            return scenes.entrySet().stream().map(scene -> scene(strategy + " " + scene.getKey(), scene.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scene scene(String name, Map<String, Object> fields) {
        ObjectNode scene = MAPPER.valueToTree(fields);
        return MAPPER.convertValue(scene.put("name", name), Scene.class);
    }
}
