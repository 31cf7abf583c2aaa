package io.millrace.generator.rule.table;

import io.millrace.generator.rule.space.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which rows count.
 *
 * @param words as part of a question
 * @param sql as part of a query
 * @param holds for which rows it holds
 */
public record Condition(String words, String sql, Predicate<Sale> holds) {

    private static final int LEAST = 8;

    /** So many conditions on different columns; not on the city where each city is asked for. */
    public static List<Condition> some(int count, boolean grouped, Choices choices) {
        String city = choices.of(Sale.CITIES);
        String product = choices.of(Sale.PRODUCTS);
        int units = choices.between(LEAST, Sale.MAX_UNITS - LEAST);
        List<Condition> kinds = new ArrayList<>();
        kinds.add(new Condition(
                "in " + city, "city = '%s'".formatted(city), sale -> sale.city().equals(city)));
        kinds.add(new Condition(
                "of a " + product,
                "product = '%s'".formatted(product),
                sale -> sale.product().equals(product)));
        kinds.add(new Condition(
                "of more than %d units".formatted(units), "units > " + units, sale -> sale.units() > units));
        return choices.distinct(count, kinds.subList(grouped ? 1 : 0, kinds.size()));
    }
}
