package io.millrace.generator.rule.family;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Solution;
import io.millrace.generator.rule.item.Template;
import io.millrace.generator.rule.table.Condition;
import io.millrace.generator.rule.table.Query;
import io.millrace.generator.rule.table.Query.Aggregate;
import io.millrace.generator.rule.table.Sale;
import io.millrace.schemas.SqlTask;
import io.millrace.schemas.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions about a table of sales that one query answers; typical mistakes give other rows on the same table. */
public final class Tables {

    private static final int ROWS = 9;

    private Tables() {}

    public static Family family() {
        return new Family(
                "tables",
                1,
                List.of(List.of(question(1, false)), List.of(question(2, false)), List.of(question(1, true))));
    }

    private static Template question(int conditions, boolean grouped) {
        return (choices, chance) -> {
            List<Sale> sales = new ArrayList<>();
            for (int row = 1; row <= ROWS; row++) {
                sales.add(Sale.of(row, choices.between(1, Sale.MAX_UNITS), chance));
            }
            Query query = Stream.generate(() -> new Query(
                            chance.of(Aggregate.ALL),
                            chance.of(Sale.FIGURES),
                            Condition.some(conditions, grouped, chance),
                            grouped))
                    .filter(candidate -> !candidate.distinctiveMistakes(sales).isEmpty())
                    .findFirst()
                    .orElseThrow();
            return item(sales, query);
        };
    }

    private static Item item(List<Sale> sales, Query query) {
        String tables = Sale.TABLE + sales.stream().map(Sale::insertion).collect(Collectors.joining());
        String prompt = "Given this SQLite database:\n%s\nWrite one query for this question: %s"
                .formatted(tables, query.question());
        Solution solution = solution(query);
        SqlTask sql = new SqlTask(query.question(), tables, solution.answer());
        Task task = Task.newBuilder().setSql(sql).build();
        List<Supplier<Solution>> mistakes = query.distinctiveMistakes(sales).stream()
                .map(other -> (Supplier<Solution>) () -> solution(other))
                .toList();
        return new Item(prompt, task, solution, solution.answer()::equals, mistakes);
    }

    private static Solution solution(Query query) {
        List<String> steps = new ArrayList<>();
        query.conditions().forEach(condition -> steps.add("The rows that count have " + condition.sql()));
        steps.add("What is asked for is " + query.selected());
        String sql = query.sql();
        return new Solution(steps, sql, "```sql\n" + sql + "\n```");
    }
}
