package io.millrace.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.deploy.script.Scene;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Seeds for all strategies, as lines that are submitted. */
final class StrategySeeds {

    /** Samples of each seed that names an item of a family. */
    static final int ITEMS = 8;

    private static final List<String> OF_ITEMS = List.of("rule", "distillation", "best-of-n", "counterfactual");

    private static final ObjectMapper JSON = new ObjectMapper();

    private StrategySeeds() {}

    /** The seed of a scene, for the model that plays it. */
    static ObjectNode played(Scene scene) {
        ObjectNode seed = line(scene.name(), scene.seed());
        ((ObjectNode) seed.path("strategy")).withObjectProperty("parameters").put("model", "actor");
        return seed;
    }

    /** One seed for each strategy that is played, which names no model. */
    static List<ObjectNode> unattended(List<Scene> scenes) {
        return byStrategy(scenes).stream()
                .map(scene ->
                        line("unattended " + scene.strategy(), scene.seed()).put("samples", 1))
                .toList();
    }

    private static List<Scene> byStrategy(List<Scene> scenes) {
        return List.copyOf(scenes.stream()
                .collect(Collectors.toMap(Scene::strategy, Function.identity(), (first, other) -> first))
                .values());
    }

    /** One seed for each strategy that can start from an item of a family, each from another: the same is kept once, whoever is first. */
    static List<ObjectNode> items() {
        return OF_ITEMS.stream().map(StrategySeeds::item).toList();
    }

    private static ObjectNode item(String strategy) {
        ObjectNode seed = JSON.createObjectNode().put("samples", strategy.equals("rule") ? 1 : ITEMS);
        seed.putObject("strategy")
                .put("name", strategy)
                .putObject("parameters")
                .put("family", "arithmetic")
                .put("level", "2")
                .put("index", Integer.toString(5 + OF_ITEMS.indexOf(strategy)));
        return line("item " + strategy, seed);
    }

    /** A seed that asks for a strategy that there is not. */
    static ObjectNode unknown() {
        ObjectNode seed = JSON.createObjectNode();
        seed.putObject("strategy").put("name", "alchemy");
        return line("unknown", seed);
    }

    private static ObjectNode line(String id, JsonNode seed) {
        ObjectNode line = ((ObjectNode) seed.deepCopy()).put("id", id);
        line.putObject("source").put("name", "script");
        return line;
    }

    /** How many candidates or dead letters follow from these lines. */
    static int samples(Stream<ObjectNode> lines) {
        return lines.mapToInt(line -> line.path("samples").asInt(1)).sum();
    }
}
