package io.millrace.verifier.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a Python program out of a model's message. */
final class ProgramExtractor {

    static final String VERSION = "1";
    static final String FENCE = "fence";
    static final String WHOLE = "whole";

    private static final int MAX_LENGTH = 256 * 1024;
    private static final Pattern OPENING = Pattern.compile("\\s{0,3}(`{3,}|~{3,})\\s*(.*)");
    private static final Pattern PYTHON = Pattern.compile("(?i:(?:python3?|py)\\b.*)?");

    /**
     * A program as it stood in the message.
     *
     * @param rule {@link #FENCE}, or {@link #WHOLE} where the message has no fence
     */
    record Extracted(String program, String rule) {}

    private ProgramExtractor() {}

    /** The last fence that holds the entry point; or the whole message if it has no fence and holds it. */
    static Optional<Extracted> extract(String message, String entryPoint) {
        if (message.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Pattern definition = definitionOf(entryPoint);
        List<String> lines = message.lines().toList();
        if (lines.stream().noneMatch(line -> OPENING.matcher(line).matches())) {
            return Optional.of(message)
                    .filter(text -> definition.matcher(text).find())
                    .map(text -> new Extracted(text, WHOLE));
        }
        return fences(lines).reversed().stream()
                .filter(text -> definition.matcher(text).find())
                .findFirst()
                .map(text -> new Extracted(text, FENCE));
    }

    private static Pattern definitionOf(String name) {
        String quoted = Pattern.quote(name);
        return Pattern.compile("(?m)^\\s*(?:(?:async\\s+)?def|class)\\s+" + quoted + "\\b|^" + quoted + "\\s*=");
    }

    /** What stands in the fences that name Python or nothing; an unclosed one runs to the end. */
    private static List<String> fences(List<String> lines) {
        List<String> found = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            Matcher opening = OPENING.matcher(lines.get(at));
            at++;
            if (opening.matches()) {
                int end = endOfFence(lines, at, opening.group(1));
                if (PYTHON.matcher(opening.group(2)).matches()) {
                    found.add(String.join("\n", lines.subList(at, end)));
                }
                at = end + 1;
            }
        }
        return found;
    }

    private static int endOfFence(List<String> lines, int from, String fence) {
        int end = from;
        while (end < lines.size() && !lines.get(end).strip().equals(fence)) {
            end++;
        }
        return end;
    }
}
