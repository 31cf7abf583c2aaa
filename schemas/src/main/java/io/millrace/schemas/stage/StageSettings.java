package io.millrace.schemas.stage;

import io.millrace.schemas.wire.RegistrySettings;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What every stage is configured with, under {@code millrace}.
 *
 * @param instanceId tells this process from others of its service and stays the same over its restarts; then a restarted process
 *     takes its partitions back at once. Empty for a name that is new at every start.
 * @param kafka properties of Kafka's clients, from {@code millrace.kafka.*}
 * @param topics how topics are created, from {@code millrace.topics.*}
 * @param window how much is worked on at once, from {@code millrace.window.*}
 */
public record StageSettings(
        Optional<String> instanceId,
        Map<String, String> kafka,
        RegistrySettings registry,
        TopicSettings topics,
        WindowSettings window) {

    private static final String LOCAL_BROKER = "127.0.0.1:9092";
    private static final String LOCAL_REGISTRY = "http://127.0.0.1:8081/apis/ccompat/v7";

    public StageSettings {
        kafka = Map.copyOf(kafka);
    }

    /**
     * Reads settings from flat properties such as {@code kafka.bootstrap.servers} or {@code window.in-flight}.
     *
     * @throws IllegalArgumentException naming the first property that does not fit
     */
    public static StageSettings from(Map<String, ?> properties) {
        var values = new Values(properties);
        Map<String, String> kafka = values.below("kafka.");
        kafka.putIfAbsent("bootstrap.servers", LOCAL_BROKER);
        List<String> urls = List.of(values.text("registry.url", LOCAL_REGISTRY).split(","));
        Map<String, String> registryClient = values.below("registry.");
        registryClient.remove("url");
        return new StageSettings(
                values.find("instance-id"),
                kafka,
                new RegistrySettings(urls, registryClient),
                TopicSettings.from(values),
                WindowSettings.from(values));
    }

    /** The same for a stage that works on one record after another. */
    public StageSettings oneByOne() {
        var single = new WindowSettings(1, window.laneBytes(), window.commitInterval(), 1);
        return new StageSettings(instanceId, kafka, registry, topics, single);
    }

    /** Leaves the clients' properties out: they hold passwords. */
    @Override
    public String toString() {
        return "StageSettings[kafka=%s, registry=%s]".formatted(kafka.get("bootstrap.servers"), registry);
    }

    /** Flat properties as texts, numbers and durations. */
    record Values(Map<String, ?> properties) {

        Optional<String> find(String name) {
            return Optional.ofNullable(properties.get(name))
                    .map(Object::toString)
                    .filter(text -> !text.isBlank());
        }

        String text(String name, String otherwise) {
            return find(name).orElse(otherwise);
        }

        int number(String name, int otherwise, int min) {
            int number = parse(name, Integer::parseInt, otherwise);
            if (number < min) {
                throw new IllegalArgumentException(
                        "millrace.%s is %d, but must be at least %d".formatted(name, number, min));
            }
            return number;
        }

        /** Accepts "200ms", "30s", "15m", "12h", "7d" and "forever", which is -1 milliseconds. */
        Duration duration(String name, Duration otherwise) {
            return parse(name, Values::parseDuration, otherwise);
        }

        /** What lies below a prefix, by its name without it. Relaxed spellings with dashes are left out. */
        Map<String, String> below(String prefix) {
            return properties.entrySet().stream()
                    .filter(entry ->
                            entry.getKey().startsWith(prefix) && !entry.getKey().contains("-"))
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().substring(prefix.length()),
                            entry -> entry.getValue().toString()));
        }

        private <T> T parse(String name, Function<String, T> parser, T otherwise) {
            Optional<String> text = find(name);
            try {
                return text.map(parser).orElse(otherwise);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "millrace.%s is '%s', which cannot be read".formatted(name, text.orElse("")), e);
            }
        }

        private static Duration parseDuration(String text) {
            if (text.equals("forever")) {
                return Duration.ofMillis(-1);
            }
            return text.endsWith("ms")
                    ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                    : Duration.parse(text.endsWith("d") ? "P" + text : "PT" + text);
        }
    }
}
