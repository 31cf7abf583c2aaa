package io.millrace.generator.rule.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A question about sales.
 *
 * @param column what is aggregated
 * @param conditions which rows count
 * @param grouped whether each city is a row of the result
 */
public record Query(Aggregate aggregate, String column, List<Condition> conditions, boolean grouped) {

    public Query {
        conditions = List.copyOf(conditions);
    }

    /** What becomes of a column. */
    public enum Aggregate {
        SUM("the total of the %s column") {
            @Override
            int of(IntStream values) {
                return values.sum();
            }
        },
        MAX("the greatest value of the %s column") {
            @Override
            int of(IntStream values) {
                return values.max().orElse(0);
            }
        },
        MIN("the least value of the %s column") {
            @Override
            int of(IntStream values) {
                return values.min().orElse(0);
            }
        };

        /** All of them. */
        public static final List<Aggregate> ALL = List.of(values());

        private final String words;

        Aggregate(String words) {
            this.words = words;
        }

        abstract int of(IntStream values);
    }

    /** The question in words. */
    public String question() {
        String which = conditions.stream().map(Condition::words).collect(Collectors.joining(" and "));
        String figure = aggregate.words.formatted(column);
        return grouped
                ? "For each city with sales %s, what is %s over these sales? Return the city and that value."
                        .formatted(which, figure)
                : "What is %s over all sales %s?".formatted(figure, which);
    }

    /** What the query returns. */
    public String selected() {
        return (grouped ? "city, " : "") + "%s(%s)".formatted(aggregate, column);
    }

    /** The query. */
    public String sql() {
        String where = conditions.isEmpty()
                ? ""
                : conditions.stream().map(Condition::sql).collect(Collectors.joining(" AND ", " WHERE ", ""));
        return "SELECT %s FROM sales%s%s".formatted(selected(), where, grouped ? " GROUP BY city" : "");
    }

    /** Queries that are easily written instead and give other rows; none if this one finds nothing to tell of. */
    public List<Query> distinctiveMistakes(List<Sale> sales) {
        List<List<String>> right = rows(sales);
        return right.isEmpty()
                ? List.of()
                : mistakes().filter(query -> !query.rows(sales).equals(right)).toList();
    }

    private Stream<Query> mistakes() {
        List<Query> mistakes = new ArrayList<>();
        for (Aggregate other : Aggregate.ALL) {
            mistakes.add(new Query(other, column, conditions, grouped));
        }
        for (String other : Sale.FIGURES) {
            mistakes.add(new Query(aggregate, other, conditions, grouped));
        }
        mistakes.add(new Query(aggregate, column, conditions.subList(1, conditions.size()), grouped));
        return mistakes.stream();
    }

    /** What it gives, worked out here. */
    private List<List<String>> rows(List<Sale> sales) {
        List<Sale> counting = sales.stream()
                .filter(sale -> conditions.stream()
                        .allMatch(condition -> condition.holds().test(sale)))
                .toList();
        ToIntFunction<Sale> figure = sale -> sale.figure(column);
        if (!grouped) {
            return counting.isEmpty()
                    ? List.of()
                    : List.of(List.of(
                            String.valueOf(aggregate.of(counting.stream().mapToInt(figure)))));
        }
        return counting.stream()
                .map(Sale::city)
                .distinct()
                .sorted()
                .map(city -> List.of(
                        city,
                        String.valueOf(aggregate.of(counting.stream()
                                .filter(sale -> sale.city().equals(city))
                                .mapToInt(figure)))))
                .toList();
    }
}
