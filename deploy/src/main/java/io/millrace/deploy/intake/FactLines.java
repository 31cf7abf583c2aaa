package io.millrace.deploy.intake;

import io.millrace.schemas.Fact;
import io.millrace.schemas.FactKey;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads facts, one JSON object a line. An empty list of values removes what was known.
 *
 * <pre>
 * {"subject":"gold","relation":"symbol","values":["Au"],"source":"…"?}
 * </pre>
 */
public final class FactLines {

    private static final int MAX_VALUES = 1_000;
    private static final int MAX_LENGTH = 500;

    private final Map<String, Integer> lines = new HashMap<>();

    private FactLines() {}

    public static Intake<Fact> read(Path file) {
        return JsonLines.read(file, new FactLines()::fact);
    }

    private Fact fact(int line, Fields fields) throws UnfitException {
        var fact = new Fact(
                fields.name("subject"),
                fields.name("relation"),
                values(fields),
                fields.optionalName("source").orElse(null));
        Integer before = lines.putIfAbsent(FactKey.of(fact), line);
        if (before != null) {
            throw new UnfitException("line %d is about the same subject and relation".formatted(before));
        }
        return fact;
    }

    private static List<String> values(Fields fields) throws UnfitException {
        List<String> values = fields.requiredTextList("values");
        boolean fit = values.size() <= MAX_VALUES
                && values.stream().allMatch(value -> !value.isBlank() && value.length() <= MAX_LENGTH);
        if (!fit) {
            throw new UnfitException("field 'values' must hold at most %d texts of 1 to %d characters"
                    .formatted(MAX_VALUES, MAX_LENGTH));
        }
        return values;
    }
}
