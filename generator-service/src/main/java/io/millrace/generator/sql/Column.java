package io.millrace.generator.sql;

import io.millrace.generator.rule.space.Choices;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A column of a table whose rows are drawn.
 *
 * @param type as SQLite is told it; a column that is UNIQUE has as many values as its table has rows at least
 * @param values what is drawn from: texts and numbers, ranges as "5..90" or "2025-01-01..2025-03-31", "@table" for the id of one of
 *     its rows, and "null"
 */
record Column(String name, String type, List<String> values) {

    private static final Pattern RANGE = Pattern.compile("([0-9-]+)\\.\\.([0-9-]+)");
    private static final String TEXT = "TEXT";
    private static final String UNIQUE = "UNIQUE";
    private static final String ROW_OF = "@";
    private static final String NULL = "null";

    Column {
        values = List.copyOf(values);
    }

    /**
     * So many values, as they are written in a statement.
     *
     * @param sizes how many rows the table of a name has
     */
    List<String> draw(int count, ToIntFunction<String> sizes, Choices choices) {
        List<String> drawn = type.endsWith(UNIQUE)
                ? choices.distinct(count, values)
                : Stream.generate(() -> choices.of(values)).limit(count).toList();
        return drawn.stream().map(value -> literal(value, sizes, choices)).toList();
    }

    private String literal(String value, ToIntFunction<String> sizes, Choices choices) {
        if (value.equals(NULL)) {
            return "NULL";
        }
        if (value.startsWith(ROW_OF)) {
            int rows = sizes.applyAsInt(value.substring(ROW_OF.length()));
            return Integer.toString(choices.between(1, rows));
        }
        Matcher range = RANGE.matcher(value);
        boolean text = type.startsWith(TEXT);
        if (!range.matches()) {
            return text ? quoted(value) : value;
        }
        return text
                ? quoted(day(range.group(1), range.group(2), choices))
                : Integer.toString(choices.between(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))));
    }

    private static String day(String first, String last, Choices choices) {
        LocalDate start = LocalDate.parse(first);
        int days = (int) ChronoUnit.DAYS.between(start, LocalDate.parse(last));
        return start.plusDays(choices.between(0, days)).toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
