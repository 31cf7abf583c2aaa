package io.millrace.verifier.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told of a query from its text: whether its result has an order, and by what. */
final class SqlText {

    private static final Pattern NO_CODE = Pattern.compile("--[^\\n]*|/\\*.*?(?:\\*/|$)|'[^']*'", Pattern.DOTALL);
    private static final Pattern ORDER = Pattern.compile("\\border\\s+by\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern END =
            Pattern.compile("\\b(?:limit|offset)\\b.*|;.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TERM = Pattern.compile(
            "\\s*(?:([0-9]+)|\"([^\"]+)\"|([a-z_][a-z0-9_]*))\\s*(?:asc|desc)?\\s*", Pattern.CASE_INSENSITIVE);

    /** What stands outside all parentheses. */
    private final String surface;

    SqlText(String query) {
        surface = surface(NO_CODE.matcher(query).replaceAll("''"));
    }

    private static String surface(String code) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (int at = 0; at < code.length(); at++) {
            char next = code.charAt(at);
            depth += next == '(' ? 1 : 0;
            if (depth == 0) {
                text.append(next);
            } else if (next == '(' && depth == 1) {
                text.append("()");
            }
            depth -= next == ')' && depth > 0 ? 1 : 0;
        }
        return text.toString();
    }

    boolean ordered() {
        return ORDER.matcher(surface).find();
    }

    /**
     * The columns, from 0, that the result is ordered by.
     *
     * @param columns the names of the result's columns
     * @return empty if it is ordered by anything else
     */
    Optional<List<Integer>> keys(List<String> columns) {
        Matcher order = ORDER.matcher(surface);
        int start = -1;
        while (order.find()) {
            start = order.end();
        }
        if (start < 0) {
            return Optional.empty();
        }
        List<Integer> keys = new ArrayList<>();
        for (String term :
                END.matcher(surface.substring(start)).replaceFirst("").split(",", -1)) {
            int key = key(term, columns);
            if (key < 0) {
                return Optional.empty();
            }
            keys.add(key);
        }
        return Optional.of(keys);
    }

    private static int key(String term, List<String> columns) {
        Matcher matcher = TERM.matcher(term);
        if (!matcher.matches()) {
            return -1;
        }
        if (matcher.group(1) != null) {
            int place = matcher.group(1).length() > 4 ? 0 : Integer.parseInt(matcher.group(1));
            return place <= columns.size() ? place - 1 : -1;
        }
        String name = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
        List<String> folded =
                columns.stream().map(column -> column.toLowerCase(Locale.ROOT)).toList();
        int first = folded.indexOf(name.toLowerCase(Locale.ROOT));
        return first == folded.lastIndexOf(name.toLowerCase(Locale.ROOT)) ? first : -1;
    }
}
