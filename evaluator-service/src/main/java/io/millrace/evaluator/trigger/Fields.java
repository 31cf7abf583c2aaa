package io.millrace.evaluator.trigger;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The fields of a mapping in YAML, asked for by name and kind. What does not fit is a problem, and then as if it were not there. */
final class Fields {

    private static final int MAX_TEXT = 200;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,15}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9})?");
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,6})([smhd])");

    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Problems problems;

    private Fields(Node node, Problems problems) {
        this.node = node;
        this.problems = problems;
    }

    /** The fields of a node; none at all where it is no mapping. */
    static Fields of(Node node, Problems problems) {
        var fields = new Fields(node, problems);
        if (!(node instanceof MappingNode mapping)) {
            problems.add(node, "this must be a mapping");
            return fields;
        }
        mapping.getValue().forEach(entry -> {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problems.add(entry.getKeyNode(), "a field's name must be a single value");
            } else if (fields.values.putIfAbsent(key.getValue(), entry.getValueNode()) != null) {
                problems.add(key, "field '%s' is there twice".formatted(shown(key.getValue())));
            }
        });
        return fields;
    }

    /** Refuses every other field. */
    Fields only(List<String> known) {
        values.forEach((name, value) -> {
            if (!known.contains(name)) {
                problems.add(
                        value,
                        "there is no field '%s' here; there are %s".formatted(shown(name), String.join(", ", known)));
            }
        });
        return this;
    }

    Set<String> names() {
        return values.keySet();
    }

    Optional<Node> node(String name) {
        return Optional.ofNullable(values.get(name));
    }

    void refuse(String name, String reason) {
        problems.add(node(name).orElse(node), "field '%s' %s".formatted(shown(name), reason));
    }

    String required(String name) {
        if (!values.containsKey(name)) {
            refuse(name, "is missing");
        }
        return text(name).orElse("");
    }

    Optional<String> text(String name) {
        Optional<String> text = node(name)
                .filter(ScalarNode.class::isInstance)
                .map(value -> ((ScalarNode) value).getValue())
                .filter(value -> !value.isBlank() && value.length() <= MAX_TEXT)
                .filter(value -> value.chars().noneMatch(Character::isISOControl));
        if (values.containsKey(name) && text.isEmpty()) {
            refuse(name, "must be 1 to %d characters on one line".formatted(MAX_TEXT));
        }
        return text;
    }

    Optional<Long> whole(String name) {
        Optional<String> text = text(name);
        Optional<Long> number =
                text.filter(WHOLE.asMatchPredicate()).map(Long::valueOf).filter(value -> value > 0);
        if (text.isPresent() && number.isEmpty()) {
            refuse(name, "must be a whole number above 0");
        }
        return number;
    }

    Optional<Double> decimal(String name) {
        Optional<String> text = text(name);
        Optional<Double> number = text.filter(DECIMAL.asMatchPredicate()).map(Double::valueOf);
        if (text.isPresent() && number.isEmpty()) {
            refuse(name, "must be a number from 0 on");
        }
        return number;
    }

    Optional<Duration> span(String name) {
        Optional<String> text = text(name);
        Optional<Duration> span =
                text.map(SPAN::matcher).filter(Matcher::matches).map(Fields::span);
        if (text.isPresent() && span.isEmpty()) {
            refuse(name, "must be a length of time such as 30s, 15m, 6h or 2d");
        }
        return span;
    }

    private static Duration span(Matcher matcher) {
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /** The elements of a list; none where there is no list. */
    List<Node> elements(String name) {
        Optional<Node> value = node(name);
        if (value.isPresent() && !(value.get() instanceof SequenceNode)) {
            refuse(name, "must be a list");
        }
        return value.filter(SequenceNode.class::isInstance)
                .map(list -> ((SequenceNode) list).getValue())
                .orElse(List.of());
    }

    private static String shown(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
