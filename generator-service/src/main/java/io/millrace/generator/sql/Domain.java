package io.millrace.generator.sql;

import io.millrace.generator.rule.space.Choices;
import java.util.List;
import java.util.stream.Collectors;

/** Tables that belong together, for instance those of a hire of bicycles. */
record Domain(String name, List<Table> tables) {

    Domain {
        tables = List.copyOf(tables);
    }

    /** Creates the tables and fills them with rows that are drawn. */
    String statements(Choices choices) {
        return tables.stream()
                .map(table -> table.statements(this::rows, choices))
                .collect(Collectors.joining("\n"));
    }

    private int rows(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .mapToInt(Table::rows)
                .findFirst()
                .orElseThrow();
    }
}
