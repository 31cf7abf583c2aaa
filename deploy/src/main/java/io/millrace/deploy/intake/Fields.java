package io.millrace.deploy.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The fields of one JSON object, asked for by name and kind. What nobody asks for is left. */
final class Fields {

    private static final int MAX_NAME = 200;

    private final JsonNode object;
    private final String prefix;
    private final Set<String> asked = new HashSet<>();
    private final List<Fields> inner = new ArrayList<>();

    Fields(JsonNode object) {
        this(object, "");
    }

    private Fields(JsonNode object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    String text(String name) throws UnfitException {
        return find(name, JsonNode::isTextual, "a text")
                .map(JsonNode::textValue)
                .orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) throws UnfitException {
        return find(name, JsonNode::isTextual, "a text").map(JsonNode::textValue);
    }

    /** A short text on one line that is not blank: an id, a name. */
    String name(String name) throws UnfitException {
        return checkName(name, text(name));
    }

    Optional<String> optionalName(String name) throws UnfitException {
        Optional<String> text = optionalText(name);
        if (text.isPresent()) {
            checkName(name, text.get());
        }
        return text;
    }

    Optional<Boolean> flag(String name) throws UnfitException {
        return find(name, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
    }

    int number(String name, int otherwise, int min, int max) throws UnfitException {
        int number = find(name, JsonNode::isInt, "a whole number")
                .map(JsonNode::intValue)
                .orElse(otherwise);
        if (number < min || number > max) {
            throw new UnfitException("field '%s' must be from %d to %d".formatted(prefix + name, min, max));
        }
        return number;
    }

    Optional<Long> count(String name) throws UnfitException {
        return find(name, Fields::isCount, "a whole number above 0").map(JsonNode::longValue);
    }

    /** A whole number between the two, both included. */
    Optional<Long> optionalWhole(String name, long min, long max) throws UnfitException {
        return find(
                        name,
                        node -> node.isIntegralNumber()
                                && node.canConvertToLong()
                                && node.longValue() >= min
                                && node.longValue() <= max,
                        "a whole number from %d to %d".formatted(min, max))
                .map(JsonNode::longValue);
    }

    long whole(String name, long min, long max) throws UnfitException {
        return optionalWhole(name, min, max).orElseThrow(() -> missing(name));
    }

    /** A number from 0 to the greatest. */
    Optional<Double> optionalDecimal(String name, int max) throws UnfitException {
        return find(
                        name,
                        node -> node.isNumber() && node.doubleValue() >= 0 && node.doubleValue() <= max,
                        "a number from 0 to " + max)
                .map(JsonNode::doubleValue);
    }

    /** A date with its time and offset, for instance "2025-03-01T12:00:00Z". */
    Optional<Instant> optionalInstant(String name) throws UnfitException {
        Optional<String> text = optionalText(name);
        try {
            return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            throw new UnfitException("field '%s' is no date with a time and an offset".formatted(prefix + name));
        }
    }

    private static boolean isCount(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() > 0;
    }

    Fields object(String name) throws UnfitException {
        return optionalObject(name).orElseThrow(() -> missing(name));
    }

    boolean holdsObject(String name) {
        return object.path(name).isObject();
    }

    boolean holdsList(String name) {
        return object.path(name).isArray();
    }

    Optional<Fields> optionalObject(String name) throws UnfitException {
        Optional<Fields> found =
                find(name, JsonNode::isObject, "an object").map(node -> new Fields(node, prefix + name + "."));
        found.ifPresent(inner::add);
        return found;
    }

    /** Whatever the field holds, written as JSON again. */
    Optional<String> optionalJson(String name) throws UnfitException {
        return find(name, node -> true, "anything").map(JsonNode::toString);
    }

    String json(String name) throws UnfitException {
        return optionalJson(name).orElseThrow(() -> missing(name));
    }

    /** The elements of a list, each written as JSON again; none where there is no list. */
    List<String> jsons(String name) throws UnfitException {
        return elements(name).map(JsonNode::toString).toList();
    }

    /** The elements of a list of objects; none where there is no list. */
    List<Fields> objects(String name) throws UnfitException {
        return elements(name)
                .map(element -> new Fields(element, prefix + name + "."))
                .toList();
    }

    /** The elements of a list, which must be texts; none where there is no list. */
    List<String> textList(String name) throws UnfitException {
        List<JsonNode> elements = elements(name).toList();
        if (!elements.stream().allMatch(JsonNode::isTextual)) {
            throw new UnfitException("field '%s' is not a list of texts".formatted(prefix + name));
        }
        return elements.stream().map(JsonNode::textValue).toList();
    }

    /** The elements of a list, which must be there and hold texts. */
    List<String> requiredTextList(String name) throws UnfitException {
        if (!object.hasNonNull(name)) {
            throw missing(name);
        }
        return textList(name);
    }

    private Stream<JsonNode> elements(String name) throws UnfitException {
        return find(name, JsonNode::isArray, "a list").stream()
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false));
    }

    /** All fields, which must be texts. */
    Map<String, String> texts() throws UnfitException {
        for (String name : names()) {
            text(name);
        }
        return object.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().textValue()));
    }

    /** All that nobody has asked for so far, here and in the objects within, by full names: texts as they are, anything else as JSON. */
    Map<String, String> unread() throws UnfitException {
        Map<String, String> unread = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            if (!asked.contains(field.getKey()) && !value.isNull()) {
                unread.put(
                        prefix + checkFurther(field.getKey()),
                        value.isTextual() ? value.textValue() : value.toString());
            }
        }
        for (Fields object : inner) {
            unread.putAll(object.unread());
        }
        return unread;
    }

    private static String checkFurther(String name) throws UnfitException {
        if (!isName(name)) {
            throw new UnfitException(
                    "the name of a further field must be 1 to %d characters on one line".formatted(MAX_NAME));
        }
        return name;
    }

    private Iterable<String> names() {
        return object::fieldNames;
    }

    private Optional<JsonNode> find(String name, Predicate<JsonNode> kind, String what) throws UnfitException {
        asked.add(name);
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!kind.test(node)) {
            throw new UnfitException("field '%s' is not %s".formatted(prefix + name, what));
        }
        return Optional.of(node);
    }

    private String checkName(String name, String text) throws UnfitException {
        if (!isName(text)) {
            throw new UnfitException(
                    "field '%s' must be 1 to %d characters on one line".formatted(prefix + name, MAX_NAME));
        }
        return text;
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= MAX_NAME && text.chars().noneMatch(Character::isISOControl);
    }

    private UnfitException missing(String name) {
        return new UnfitException("field '%s' is missing".formatted(prefix + name));
    }
}
