package io.millrace.evaluator.dataset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tables in Markdown whose cells are from outside, and so are shown as they are and mean nothing. */
final class Markdown {

    private Markdown() {}

    /** A table with a row for each thing; one sentence where there is none. */
    static <T> String table(List<String> heads, Iterable<T> things, Function<T, List<@Nullable Object>> cells) {
        List<String> rows = new ArrayList<>();
        things.forEach(thing -> rows.add(row(cells.apply(thing).stream().map(Markdown::cell))));
        if (rows.isEmpty()) {
            return "None.\n";
        }
        rows.addFirst(row(Collections.nCopies(heads.size(), "---").stream()));
        rows.addFirst(row(heads.stream()));
        return String.join("\n", rows) + "\n";
    }

    /** Counts by what is counted. */
    static <K> String counts(String what, SortedMap<K, Long> counts) {
        return table(List.of(what, "records"), counts.entrySet(), each -> cells(each.getKey(), each.getValue()));
    }

    static List<@Nullable Object> cells(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double share -> BigDecimal.valueOf(share).toPlainString();
            case Number number -> number.toString();
            case Boolean claim -> claim ? "yes" : "no";
            default -> code(value.toString());
        };
    }

    private static String code(String text) {
        String plain = text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .map(c -> c == '`' ? '\'' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return plain.isEmpty() ? "" : "`" + plain.replace("\\", "\\\\").replace("|", "\\|") + "`";
    }
}
