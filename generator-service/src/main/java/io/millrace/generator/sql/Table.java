package io.millrace.generator.sql;

import io.millrace.generator.rule.space.Choices;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table whose rows are drawn. Before the columns it has an id, which counts from 1.
 *
 * @param rows how many
 */
record Table(String name, int rows, List<Column> columns) {

    Table {
        columns = List.copyOf(columns);
    }

    /**
     * Creates the table and fills it.
     *
     * @param sizes how many rows the table of a name has
     */
    String statements(ToIntFunction<String> sizes, Choices choices) {
        String declared = columns.stream()
                .map(column -> ", %s %s".formatted(column.name(), column.type()))
                .collect(Collectors.joining());
        List<List<String>> drawn = columns.stream()
                .map(column -> column.draw(rows, sizes, choices))
                .toList();
        String filled = IntStream.range(0, rows)
                .mapToObj(row -> drawn.stream()
                        .map(values -> ", " + values.get(row))
                        .collect(Collectors.joining("", "  (" + (row + 1), ")")))
                .collect(Collectors.joining(",\n"));
        return """
                CREATE TABLE %s (id INTEGER PRIMARY KEY%s);
                INSERT INTO %s VALUES
                %s;""".formatted(name, declared, name, filled);
    }
}
