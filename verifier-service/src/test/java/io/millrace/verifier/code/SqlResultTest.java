package io.millrace.verifier.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.SqlTask;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Verdict;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlResultTest {

    private static final String TABLES = """
            CREATE TABLE n (id INTEGER PRIMARY KEY, v REAL, w TEXT);
            INSERT INTO n (v, w) VALUES (0.1, 'x'), (0.2, 'y'), (0.3, NULL), (0.1, 'z'), (0.5, 'x'), (0.25, 'y');
            """;

    private static SlotPool pool;
    private static SqlResult check;

    @BeforeAll
    static void start() throws IOException {
        pool = new SlotPool(SlotSettings.of(1));
        check = new SqlResult(pool, Programs.TIGHT);
    }

    @AfterAll
    static void stop() {
        pool.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT w FROM n                        | SELECT w FROM n ORDER BY id DESC           | ACCEPTED
            SELECT sum(v) FROM n                   | SELECT total(v) FROM n                     | ACCEPTED
            SELECT sum(v) FROM n                   | SELECT 1.45                                | WRONG_ANSWER
            SELECT w FROM n                        | SELECT DISTINCT w FROM n                   | WRONG_ANSWER
            SELECT w FROM n WHERE w = 'x'          | SELECT 'x' UNION ALL SELECT 'x'            | WRONG_ANSWER
            SELECT count(*) FROM n                 | SELECT nothing FROM n                      | RUNTIME_ERROR
            SELECT v, w FROM n ORDER BY v          | SELECT v, w FROM n ORDER BY v, w           | ACCEPTED
            SELECT v, w FROM n ORDER BY v          | SELECT v, w FROM n ORDER BY w              | WRONG_ANSWER
            SELECT w FROM n ORDER BY v             | SELECT w FROM n ORDER BY v DESC            | UNDECIDABLE
            SELECT w FROM n WHERE w = 'q'          | SELECT w FROM n WHERE w = 'q'              | INVALID_TASK
            SELECT w FROM nothing                  | SELECT w FROM n                            | INVALID_TASK
            SELECT count(*) FROM n                 | SELECT count(*) FROM n, n, n, n, n, n, n, n, n, n, n, n | CPU_LIMIT
            """)
    void comparesRows(String reference, String query, Reason expected) {
        Verdict verdict = judge(TABLES, reference, query);

        assertThat(verdict.reason()).as(verdict.evidence().text()).isEqualTo(expected);
    }

    @Test
    void callsTablesThatCannotBeMadeAnInvalidTask() {
        Verdict verdict = judge("CREATE TABLE", "SELECT 1", "SELECT 1");

        assertThat(verdict.reason()).isEqualTo(Reason.INVALID_TASK);
    }

    @Test
    void endsAQueryThatNeverEnds() {
        String endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c";

        assertThat(judge(TABLES, "SELECT count(*) FROM n", endless).reason()).isEqualTo(Reason.CPU_LIMIT);
    }

    @Test
    void readsTheOrderOfAReferenceWithLongTexts() {
        String reference = "SELECT w FROM n WHERE w <> '" + "''x".repeat(10_000) + "' ORDER BY w";

        assertThat(judge(TABLES, reference, "SELECT w FROM n WHERE w > '' ORDER BY 1")
                        .reason())
                .isEqualTo(Reason.ACCEPTED);
        assertThat(judge(TABLES, reference, "SELECT w FROM n WHERE w > '' ORDER BY 1 DESC")
                        .reason())
                .isEqualTo(Reason.WRONG_ANSWER);
    }

    @Test
    void refusesTooManyRows() {
        String many = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 200000) SELECT x FROM c";

        assertThat(judge(TABLES, "SELECT count(*) FROM n", many).reason()).isIn(Reason.OUTPUT_LIMIT, Reason.CPU_LIMIT);
    }

    @Test
    void cannotParseAMessageWithoutAQuery() {
        assertThat(check.apply(probe(TABLES, "SELECT 1", "I would select it.").candidate()))
                .isInstanceOf(Verdict.Unparseable.class);
    }

    private static Verdict judge(String tables, String reference, String query) {
        return check.apply(
                probe(tables, reference, "```sql\n" + query + "\n```").candidate());
    }

    private static Probe probe(String tables, String reference, String reply) {
        Task task = Task.newBuilder()
                .setSql(new SqlTask("Which?", tables, reference))
                .build();
        return Probe.of("query", task, reply, true);
    }
}
