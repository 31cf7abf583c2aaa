package io.millrace.verifier.factuality;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.verifier.check.Candidates;
import io.millrace.verifier.check.Reason;
import io.millrace.verifier.check.Suites;
import io.millrace.verifier.check.Verdict;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFactsTest {

    private static final String CLAIMS = """
            [{"subject":"gold","relation":"symbol","value":"Au"},{"subject":"gold","relation":"colour","value":"red"}]""";

    @TempDir
    Path directory;

    @Test
    void tellsTrueClaimsFromAttacks() throws Exception {
        try (var table = JdbcReference.embedded()) {
            assertThat(Suites.mistaken(new FactProbes(), new ReferenceFacts(table)))
                    .isEmpty();
        }
    }

    @Test
    void leavesUndecidedWhatTheTableDoesNotKnow() throws Exception {
        try (var table = JdbcReference.embedded()) {
            assertThat(judge(table, CLAIMS).reason()).isEqualTo(Reason.UNDECIDABLE);
        }
    }

    @Test
    void asksADatabaseElsewhereAndTakesAnyOfSeveralValues() throws Exception {
        String url = "jdbc:sqlite:" + directory.resolve("facts.db");
        try (var database = DriverManager.getConnection(url);
                var statement = database.createStatement()) {
            statement.execute("CREATE TABLE known (s TEXT, r TEXT, v TEXT)");
            statement.execute(
                    "INSERT INTO known VALUES ('gold','symbol','Au'),('gold','colour','yellow'),('gold','colour','red')");
        }
        try (var table = JdbcReference.at(url, "SELECT v FROM known WHERE s = ? AND r = ?", "1")) {
            assertThat(judge(table, CLAIMS)).isInstanceOf(Verdict.Pass.class);
            assertThat(judge(table, CLAIMS.replace("red", "blue")).reason()).isEqualTo(Reason.FALSE_CLAIM);
        }
    }

    @Test
    void doesNotBlameTheCandidateForATableThatFails() throws Exception {
        String url = "jdbc:sqlite:" + directory.resolve("empty.db");
        try (var table = JdbcReference.at(url, JdbcReference.USUAL_QUERY, "1")) {
            assertThat(judge(table, CLAIMS)).isInstanceOf(Verdict.Errored.class);
        }
    }

    @Test
    void putsTheStateOfTheTableIntoTheReceipt() {
        Verdict verdict = judge(table(List.of("Au"), List.of("red")), CLAIMS);

        assertThat(verdict).isInstanceOf(Verdict.Pass.class);
        assertThat(verdict.evidence().measurements()).containsEntry("facts", "17");
    }

    private static ReferenceTable table(List<String> symbol, List<String> colour) {
        return new ReferenceTable() {
            @Override
            public Answers answers(List<Question> questions) {
                return new Answers(List.of(symbol, colour), Map.of("facts", "17"));
            }

            @Override
            public String configHash() {
                return "";
            }
        };
    }

    @Test
    void changesItsHashWithTheTable() throws Exception {
        try (var one = JdbcReference.at("jdbc:sqlite::memory:", "q", "1");
                var two = JdbcReference.at("jdbc:sqlite::memory:", "q", "2")) {
            assertThat(new ReferenceFacts(one).configHash()).isNotEqualTo(new ReferenceFacts(two).configHash());
        }
    }

    private static Verdict judge(ReferenceTable table, String reply) {
        return new ReferenceFacts(table).apply(Candidates.of(FactProbes.task(List.of()), "assistant", reply));
    }
}
