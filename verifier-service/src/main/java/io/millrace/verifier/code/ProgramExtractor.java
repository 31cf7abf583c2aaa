package io.millrace.verifier.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a program or a query out of a model's message. */
final class ProgramExtractor {

    static final String VERSION = "1";
    static final String FENCE = "fence";
    static final String WHOLE = "whole";

    private static final int MAX_LENGTH = 256 * 1024;
    private static final Pattern OPENING = Pattern.compile("\\s{0,3}(`{3,}|~{3,})\\s*(.*)");
    private static final Pattern SQL = Pattern.compile("(?i:(?:sql|sqlite3?)\\b.*)");
    private static final Pattern QUERY = Pattern.compile("(?is)\\s*(?:select|with|values)\\b.*");
    private static final Pattern NOTHING = Pattern.compile("");

    /**
     * A program as it stood in the message.
     *
     * @param rule {@link #FENCE}, or {@link #WHOLE} where the message has no fence
     */
    record Extracted(String program, String rule) {}

    /** A fence and what it says of its language. */
    private record Fence(String language, String text) {

        boolean is(Pattern wanted) {
            return wanted.matcher(language).matches();
        }
    }

    private ProgramExtractor() {}

    /** The last fence that holds the entry point; or the whole message if it has no fence and holds it. */
    static Optional<Extracted> extract(String message, Language language, String entryPoint) {
        Pattern definition = language.definitionOf(entryPoint);
        return extract(
                message,
                fences -> fences.stream()
                        .filter(fence -> fence.is(language.fence()) || fence.is(NOTHING))
                        .filter(fence -> definition.matcher(fence.text()).find())
                        .toList(),
                text -> definition.matcher(text).find());
    }

    /** The last fence of the language; or the whole message if it has no fence. */
    static Optional<Extracted> extractCommand(String message, Language language) {
        return extract(message, fences -> namedOrBare(fences, language.fence()), text -> true);
    }

    /** The last fence of SQL; or the whole message if it has no fence and begins as a query does. */
    static Optional<Extracted> extractQuery(String message) {
        return extract(message, fences -> namedOrBare(fences, SQL), QUERY.asMatchPredicate());
    }

    private static Optional<Extracted> extract(
            String message, UnaryOperator<List<Fence>> fitting, Predicate<String> fits) {
        if (message.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<String> lines = message.lines().toList();
        if (lines.stream().noneMatch(line -> OPENING.matcher(line).matches())) {
            return Optional.of(message).filter(fits).map(text -> new Extracted(text, WHOLE));
        }
        List<Fence> found = fitting.apply(fences(lines));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Extracted(found.getLast().text(), FENCE));
    }

    /** The fences of a language, or if there are none those that name no language. */
    private static List<Fence> namedOrBare(List<Fence> fences, Pattern language) {
        List<Fence> named = fences.stream().filter(fence -> fence.is(language)).toList();
        return named.isEmpty()
                ? fences.stream().filter(fence -> fence.is(NOTHING)).toList()
                : named;
    }

    /** All fences; an unclosed one runs to the end. */
    private static List<Fence> fences(List<String> lines) {
        List<Fence> found = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            Matcher opening = OPENING.matcher(lines.get(at));
            at++;
            if (opening.matches()) {
                int end = endOfFence(lines, at, opening.group(1));
                found.add(new Fence(opening.group(2), String.join("\n", lines.subList(at, end))));
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
