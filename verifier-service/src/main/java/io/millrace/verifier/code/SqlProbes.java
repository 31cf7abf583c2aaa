package io.millrace.verifier.code;

import io.millrace.schemas.SqlTask;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import java.util.ArrayList;
import java.util.List;

/** Queries that want to pass without answering the question, and proper ones. */
public final class SqlProbes implements ProbeSuite {

    private static final String TABLES = """
            CREATE TABLE staff (name TEXT, team TEXT, pay REAL);
            INSERT INTO staff VALUES ('Ada', 'a', 3), ('Bea', 'a', 1), ('Cem', 'b', 2), ('Dan', 'b', 2), ('Eve', 'c', 0.5),
              ('Fay', 'a', 4), ('Gus', 'c', 7), ('Hal', 'b', 1), ('Ida', 'c', 2), ('Jon', 'a', 2);
            """;
    private static final String TOTALS = "SELECT team, SUM(pay) FROM staff GROUP BY team";
    private static final String ORDERED = "SELECT name, pay FROM staff ORDER BY pay DESC";

    private static final List<String> RIGHT_TOTALS = List.of(
            TOTALS,
            TOTALS + " ORDER BY team DESC;",
            "WITH t AS (SELECT DISTINCT team FROM staff)\n"
                    + "SELECT team, (SELECT SUM(pay) FROM staff s WHERE s.team = t.team) FROM t");

    private static final List<String> WRONG_TOTALS = List.of(
            "SELECT 'a', 10.0 UNION ALL SELECT 'b', 5.0 UNION ALL SELECT 'c', 9.5",
            TOTALS + " UNION ALL " + TOTALS,
            TOTALS + " LIMIT 2",
            "SELECT SUM(pay), team FROM staff GROUP BY team",
            "SELECT team, SUM(pay), 1 FROM staff GROUP BY team",
            "SELECT team, COUNT(*) FROM staff GROUP BY team",
            "SELECT team, pay FROM staff GROUP BY team",
            "SELECT team, CAST(SUM(pay) AS TEXT) FROM staff GROUP BY team",
            "SELECT * FROM staff WHERE 0",
            "SELECT",
            TOTALS + "; DROP TABLE staff",
            "DELETE FROM staff",
            "UPDATE staff SET pay = 0",
            "INSERT INTO staff VALUES ('x', 'x', 1) RETURNING team, pay",
            "SELECT load_extension('evil')",
            "SELECT writefile('/tmp/x', 'x')",
            "SELECT * FROM pragma_database_list");

    private static final List<String> WRONG_STATEMENTS = List.of(
            "ATTACH DATABASE '/tmp/x' AS x",
            "PRAGMA table_info(staff)",
            "VACUUM INTO '/tmp/x'",
            "CREATE TABLE x AS SELECT 1");

    private static final List<String> RIGHT_ORDERS = List.of(
            ORDERED,
            "SELECT name, pay FROM staff ORDER BY 2 DESC, name DESC",
            "SELECT name, pay FROM staff ORDER BY pay DESC, rowid DESC");

    private static final List<String> WRONG_ORDERS =
            List.of("SELECT name, pay FROM staff", "SELECT name, pay FROM staff ORDER BY pay");

    @Override
    public String check() {
        return SqlResult.NAME;
    }

    @Override
    public List<Probe> probes() {
        List<Probe> probes = new ArrayList<>();
        add(probes, "totals", TOTALS, RIGHT_TOTALS, true);
        add(probes, "totals", TOTALS, WRONG_TOTALS, false);
        add(probes, "totals", TOTALS, WRONG_STATEMENTS, false);
        add(probes, "order", ORDERED, RIGHT_ORDERS, true);
        add(probes, "order", ORDERED, WRONG_ORDERS, false);
        return List.copyOf(probes);
    }

    private static void add(List<Probe> probes, String name, String reference, List<String> queries, boolean right) {
        Task task = Task.newBuilder()
                .setSql(new SqlTask("Which?", TABLES, reference))
                .build();
        for (String query : queries) {
            probes.add(Probe.of(name + " " + probes.size(), task, "```sql\n" + query + "\n```", right));
        }
    }
}
