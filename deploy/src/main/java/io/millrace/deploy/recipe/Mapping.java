package io.millrace.deploy.recipe;

import io.millrace.deploy.console.Printable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping in YAML, asked for its fields by name and kind. What does not fit is a problem, and then as if it were not there. */
final class Mapping {

    private static final int MAX_ECHO = 40;
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_LONG_TEXT = 20_000;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9})?");

    private final String path;
    private final int line;
    private final Map<String, NodeTuple> fields;
    private final Problems problems;

    private Mapping(String path, int line, Map<String, NodeTuple> fields, Problems problems) {
        this.path = path;
        this.line = line;
        this.fields = fields;
        this.problems = problems;
    }

    /**
     * A mapping whose keys are free.
     *
     * @param path what its fields' names are preceded by in what is said of them
     */
    static Optional<Mapping> of(Node node, String path, Problems problems) {
        if (!(node instanceof MappingNode mapping)) {
            problems.add(
                    node,
                    "%s is not a mapping"
                            .formatted(
                                    path.isEmpty() ? "the recipe" : "'" + path.substring(0, path.length() - 1) + "'"));
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, NodeTuple>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problems.add(entry.getKeyNode(), "a field's name is not a single value");
            } else if (fields.putIfAbsent(key.getValue(), entry) != null) {
                problems.add(key, "field %s is there twice".formatted(quoted(path, key.getValue())));
            }
        }
        return Optional.of(new Mapping(path, Problems.line(node), fields, problems));
    }

    /** A mapping that has fields of a form, and no other. */
    static Optional<Mapping> of(Node node, String path, Form form, Problems problems) {
        Optional<Mapping> mapping = of(node, path, problems);
        mapping.ifPresent(found -> found.only(form));
        return mapping;
    }

    /** Refuses every field that is not of the form. */
    void only(Form form) {
        for (String name : fields.keySet()) {
            if (!form.fields().contains(name)) {
                problems.add(
                        line(name),
                        "there is no field %s; there are %s".formatted(quoted(name), String.join(", ", form.fields())));
            }
        }
    }

    int line() {
        return line;
    }

    /** Where a field stands; the mapping's own line where it is missing. */
    int line(String name) {
        NodeTuple field = fields.get(name);
        return field == null ? line : Problems.line(field.getKeyNode());
    }

    List<String> names() {
        return List.copyOf(fields.keySet());
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    Optional<Node> node(String name) {
        return Optional.ofNullable(fields.get(name)).map(NodeTuple::getValueNode);
    }

    /** Notes that a field does not fit. */
    void refuse(String name, String reason) {
        problems.add(line(name), "field %s %s".formatted(quoted(name), reason));
    }

    /** A text on one line that is not blank. */
    Optional<String> text(String name) {
        Optional<String> text = scalar(name);
        if (text.filter(given -> !plain(given)).isPresent()) {
            refuse(name, "must be 1 to %d characters on one line".formatted(MAX_TEXT));
            return Optional.empty();
        }
        return text;
    }

    Optional<String> required(String name) {
        if (!has(name)) {
            problems.add(line, "field %s is missing".formatted(quoted(name)));
        }
        return text(name);
    }

    Optional<Long> number(String name, long min, long max) {
        return scalar(name).flatMap(text -> {
            Optional<Long> number = Optional.of(text)
                    .filter(given -> WHOLE.matcher(given).matches())
                    .map(Long::valueOf)
                    .filter(given -> given >= min && given <= max);
            if (number.isEmpty()) {
                refuse(name, "must be a whole number from %d to %d".formatted(min, max));
            }
            return number;
        });
    }

    int number(String name, int otherwise, int min, int max) {
        return number(name, min, max).map(Math::toIntExact).orElse(otherwise);
    }

    /** A decimal number above 0. */
    Optional<BigDecimal> decimal(String name, long max) {
        return scalar(name).flatMap(text -> {
            Optional<BigDecimal> number = Optional.of(text)
                    .filter(given -> DECIMAL.matcher(given).matches())
                    .map(BigDecimal::new)
                    .filter(given -> given.signum() > 0 && given.compareTo(BigDecimal.valueOf(max)) <= 0);
            if (number.isEmpty()) {
                refuse(name, "must be a number above 0 and at most %d".formatted(max));
            }
            return number;
        });
    }

    boolean flag(String name) {
        Optional<String> text = scalar(name);
        if (text.filter(given -> !given.equals("true") && !given.equals("false"))
                .isPresent()) {
            refuse(name, "must be true or false");
        }
        return text.filter("true"::equals).isPresent();
    }

    Optional<Mapping> mapping(String name, Form form) {
        return node(name).flatMap(node -> of(node, path + name + ".", form, problems));
    }

    /** A mapping with free keys. */
    Optional<Mapping> mapping(String name) {
        return node(name).flatMap(node -> of(node, path + name + ".", problems));
    }

    /** The elements of a list; none where there is no list. */
    List<Node> elements(String name) {
        Optional<Node> node = node(name);
        if (node.isPresent() && !(node.get() instanceof SequenceNode)) {
            refuse(name, "must be a list");
        }
        return node.filter(SequenceNode.class::isInstance)
                .map(found -> ((SequenceNode) found).getValue())
                .orElse(List.of());
    }

    /** One text, or each of a list of them; texts may be long. */
    List<String> texts(String name) {
        List<Node> nodes = node(name).orElse(null) instanceof SequenceNode sequence
                ? sequence.getValue()
                : node(name).stream().toList();
        List<String> texts = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof ScalarNode scalar && !isNull(scalar) && fits(scalar.getValue())) {
                texts.add(scalar.getValue());
            } else {
                problems.add(
                        node,
                        "field %s must be a text of 1 to %d characters or a list of such texts"
                                .formatted(quoted(name), MAX_LONG_TEXT));
            }
        }
        if (nodes.isEmpty()) {
            refuse(name, "must not be empty");
        }
        return texts;
    }

    private static boolean fits(String text) {
        return !text.isBlank() && text.length() <= MAX_LONG_TEXT;
    }

    private Optional<String> scalar(String name) {
        Optional<Node> node = node(name);
        if (node.filter(found -> !(found instanceof ScalarNode scalar) || isNull(scalar))
                .isPresent()) {
            refuse(name, "is not a single value");
            return Optional.empty();
        }
        return node.map(found -> ((ScalarNode) found).getValue());
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static boolean plain(String text) {
        return !text.isBlank() && text.length() <= MAX_TEXT && text.chars().noneMatch(Character::isISOControl);
    }

    private String quoted(String name) {
        return quoted(path, name);
    }

    private static String quoted(String path, String name) {
        return "'%s'".formatted(path + Printable.line(name, MAX_ECHO));
    }
}
