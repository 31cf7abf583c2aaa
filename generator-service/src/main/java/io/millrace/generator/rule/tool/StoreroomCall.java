package io.millrace.generator.rule.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A call of one of the storeroom's tools.
 *
 * @param arguments by parameter, in order
 */
public record StoreroomCall(String tool, Map<String, String> arguments) {

    private static final Map<String, List<String>> PARAMETERS = Map.of(
            "move", List.of("parcel", "from", "to"),
            "unlock", List.of("shelf"),
            "lock", List.of("shelf"),
            "discard", List.of("parcel", "shelf"));
    private static final Pattern BLANK = Pattern.compile(" ");

    /** Reads what {@link #toString} writes; empty where it is anything else. */
    public static Optional<StoreroomCall> read(String text) {
        List<String> words = BLANK.splitAsStream(text).toList();
        List<String> parameters = words.isEmpty() ? null : PARAMETERS.get(words.getFirst());
        return parameters == null || words.size() != parameters.size() + 1
                ? Optional.empty()
                : Optional.of(
                        of(words.getFirst(), words.subList(1, words.size()).toArray(String[]::new)));
    }

    public static StoreroomCall of(String tool, String... values) {
        Map<String, String> arguments = new LinkedHashMap<>();
        List<String> parameters = Objects.requireNonNull(PARAMETERS.get(tool));
        for (int at = 0; at < values.length; at++) {
            arguments.put(parameters.get(at), values[at]);
        }
        return new StoreroomCall(tool, arguments);
    }

    String argument(String parameter) {
        return Objects.requireNonNull(arguments.get(parameter));
    }

    /** The arguments as a JSON object. */
    public String json() {
        return arguments.entrySet().stream()
                .map(argument -> "\"%s\":\"%s\"".formatted(argument.getKey(), argument.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The tool and its arguments, separated by blanks. */
    @Override
    public String toString() {
        return tool + " " + String.join(" ", arguments.values());
    }
}
